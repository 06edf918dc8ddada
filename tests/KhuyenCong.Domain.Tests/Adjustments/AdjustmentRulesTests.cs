using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using Xunit;

namespace KhuyenCong.Domain.Tests.Adjustments;

public class AdjustmentRulesTests
{
    private static readonly Actor By = Actor.System("Kiểm thử");
    private static readonly Plan Plan = Domain.Tests.Plans.Plans.In(PlanStatus.Approved);

    [Fact]
    public void A_support_below_zero_is_refused_where_there_is_neither_contract_nor_acceptance() =>
        Assert.Contains(WhyNot(Lower(-1), ProjectOf(100)), r => r is AdjustmentRefusals.LowerBelowSpent);

    [Fact]
    public void While_appendices_are_taken_the_contract_is_lowered_first()
    {
        var project = UnderContract(100);
        var refusal = Assert.Single(WhyNot(Lower(60), project).OfType<AdjustmentRefusals.LowerBelowContracted>());
        Assert.Equal((new Vnd(60), new Vnd(100)), (refusal.Asked, refusal.Contracted));
        Assert.Throws<InvalidOperationException>(() => project.Adjust(new Vnd(60), FundingSource.Local));
    }

    [Fact]
    public void A_stopped_project_gives_back_what_came_back_and_its_contract_ends_by_as_much()
    {
        var project = UnderContract(100);
        Post(project, MoneyEntryKind.Advance, 50);
        Assert.Equal(new Vnd(-50), project.Stop(By, DateTime.UnixEpoch, "Xin thôi"));
        Post(project, MoneyEntryKind.Recovery, 20);

        Assert.Contains(WhyNot(Lower(29), project), r => r is AdjustmentRefusals.LowerBelowSpent);
        Assert.Empty(WhyNot(Lower(30), project));
        Assert.Equal(new Vnd(-20), project.Adjust(new Vnd(30), FundingSource.Local));
        Assert.Equal((new Vnd(30), new Vnd(30), new Vnd(30)), (project.Support, project.Contracted!.Value, project.Posted));
    }

    [Fact]
    public void An_accepted_project_gives_back_what_was_not_accepted()
    {
        var project = Accepted(100, accepted: 80);
        var refusal = Assert.Single(WhyNot(Lower(79), project).OfType<AdjustmentRefusals.LowerBelowAccepted>());
        Assert.Equal(new Vnd(80), refusal.Accepted);
        Assert.Empty(WhyNot(Lower(80), project));
        Assert.Equal(new Vnd(-20), project.Adjust(new Vnd(80), FundingSource.Local));
        Assert.Equal(new Vnd(80), project.AcceptedSupport);
    }

    [Fact]
    public void A_settled_project_gives_back_down_to_what_was_settled()
    {
        var project = Accepted(100, accepted: 80);
        Post(project, MoneyEntryKind.Payment, 70);
        Post(project, MoneyEntryKind.Settlement, 70);
        Assert.Equal(new Vnd(70), Assert.Single(WhyNot(Lower(69), project).OfType<AdjustmentRefusals.LowerBelowSettled>()).Settled);
        Assert.Empty(WhyNot(Lower(70), project));
        project.Adjust(new Vnd(70), FundingSource.Local);
        Assert.Equal((new Vnd(70), new Vnd(70), new Vnd(70)), (project.Support, project.AcceptedSupport!.Value, project.Contracted!.Value));
    }

    [Fact]
    public void What_moves_into_the_next_year_takes_its_budget_along()
    {
        var effects = Effects(new AdjustmentLine { Ordinal = 1, Kind = AdjustmentKind.MoveToNextYear, ProjectId = 1, Reason = "r", EndMonth = new(2025, 3, 1) }, ProjectOf(100));
        Assert.Equal(
            [new BudgetMove(2024, FundingSource.Local, new Vnd(-100), new Vnd(-100)), new BudgetMove(2025, FundingSource.Local, new Vnd(100), new Vnd(100))],
            BudgetMove.All(effects));

        // Neither a free đồng of this year nor any budget of the next is needed.
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, effects, Budgets(100, 100)));
    }

    [Theory]
    [InlineData(AdjustmentKind.RaiseSupport, 150)]
    [InlineData(AdjustmentKind.LowerSupport, 50)]
    [InlineData(AdjustmentKind.MoveToNextYear, null)]
    public void Nothing_is_taken_from_a_closed_year_or_given_back_to_it(AdjustmentKind kind, int? support)
    {
        var line = new AdjustmentLine { Ordinal = 1, Kind = kind, ProjectId = 1, Reason = "r", Support = support is { } dong ? new Vnd(dong) : null };
        if (kind == AdjustmentKind.MoveToNextYear) line.EndMonth = new(2025, 3, 1);
        var refusals = AdjustmentRules.WhyNotLines(Plan, Effects(line, ProjectOf(100)), Budgets(300, 100) with { ClosedYears = [2024] });
        Assert.Equal(2024, Assert.IsType<MoneyRefusals.YearClosed>(Assert.Single(refusals)).Year);
    }

    [Fact]
    public void What_a_stop_frees_counts_for_another_line_and_a_raise_beyond_it_is_refused_with_the_amounts()
    {
        var refusals = AdjustmentRules.WhyNotLines(Plan, Effects(Raise(131), ProjectOf(100)), Budgets(130, 100));
        var over = Assert.IsType<AdjustmentRefusals.OverAllotment>(Assert.Single(refusals));
        Assert.Equal((new Vnd(31), new Vnd(30)), (over.Raise, over.Unallocated));
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, Effects(Raise(130), ProjectOf(100)), Budgets(130, 100)));
    }

    [Fact]
    public void A_stop_ends_the_promises_of_the_parties_and_the_project_counts_no_longer()
    {
        var project = ProjectOf(100);
        var after = Effects(new AdjustmentLine { Ordinal = 1, Kind = AdjustmentKind.StopProject, ProjectId = 1, Reason = "r" }, project, counterpart: 40).Single().After;
        Assert.Equal((Vnd.Zero, Vnd.Zero, true), (after.Support, after.Counterpart, after.IsStopped));
        Assert.True(after.Copy().IsStopped);
    }

    [Fact]
    public void A_stop_after_a_recovery_takes_back_of_every_year_no_more_than_it_pays()
    {
        var terms = new ProjectTerms { Name = "A", BeneficiaryText = "B", ImplementingUnit = "C" };
        terms.SetFunding(FundingSource.Local, 2024, new Vnd(100));
        terms.CarryOver(posted: new Vnd(60));

        // 20 of the 60 were recovered since: 40 stay.
        terms.ShiftSupport(new Vnd(40 - 100));

        Assert.Equal([(2024, new Vnd(40)), (2025, Vnd.Zero)], terms.Funding.OrderBy(f => f.Year).Select(f => (f.Year, f.Amount)));
    }

    private static AdjustmentLine Lower(long to) => new() { Ordinal = 1, Kind = AdjustmentKind.LowerSupport, ProjectId = 1, Reason = "r", Support = new Vnd(to) };

    private static AdjustmentLine Raise(long to) => new() { Ordinal = 1, Kind = AdjustmentKind.RaiseSupport, ProjectId = 1, Reason = "r", Support = new Vnd(to) };

    private static IReadOnlyList<Refusal> WhyNot(AdjustmentLine line, Project project) =>
        AdjustmentRules.WhyNotLines(Plan, Effects(line, project), Budgets(1000, project.Support.Dong));

    private static IReadOnlyList<AdjustmentEffect> Effects(AdjustmentLine line, Project project, long counterpart = 0)
    {
        var terms = new ProjectTerms { Name = "A", BeneficiaryText = "B", ImplementingUnit = "C", Counterpart = new Vnd(counterpart) };
        terms.SetFunding(FundingSource.Local, 2024, project.Support);
        var adjustment = new Adjustment { PlanId = 0, Ordinal = 1, Reason = "r", CreatedById = 1, Lines = { line } };
        return AdjustmentEffect.All(adjustment, new Dictionary<int, AdjustedProject> { [1] = new(project, terms) }, Plan);
    }

    private static AdjustmentLimits Budgets(long allotted, long allocated) => new([(2024, new FreeBudget(FundingSource.Local, new Vnd(allotted), new Vnd(allocated)))], [], [], new(2024, 6, 1));

    private static Project ProjectOf(long support)
    {
        var project = new Project { Id = 1, Code = "KC-1", Ordinal = 1 };
        project.Approve(new Vnd(support), FundingSource.Local, By, DateTime.UnixEpoch);
        return project;
    }

    private static Project UnderContract(long support)
    {
        var project = ProjectOf(support);
        project.Sign(
            new Contract { Number = "1", SignedOn = new(2024, 3, 1), Value = new Vnd(support), Beneficiary = null, RecordedById = 1, RecordedAt = DateTime.UnixEpoch }, By, DateTime.UnixEpoch);
        return project;
    }

    private static Project Accepted(long support, long accepted)
    {
        var project = UnderContract(support);
        project.Report(
            new ProgressUpdate { Date = new(2024, 5, 1), Percent = 100, Done = "Xong", ById = 1, ByName = "A", At = DateTime.UnixEpoch }, By, DateTime.UnixEpoch);
        project.Accept(
            new Acceptance { ProjectId = 1, Date = new(2024, 6, 1), Finding = "Đạt", MinutesNumber = "1", AcceptedSupport = new Vnd(accepted), RecordedById = 1, RecordedAt = DateTime.UnixEpoch }, By, DateTime.UnixEpoch);
        return project;
    }

    private static void Post(Project project, MoneyEntryKind kind, long amount)
    {
        var entry = new MoneyEntry
        {
            ProjectId = 1, Kind = kind, Amount = new Vnd(amount), Date = new(2024, 7, 1), Voucher = "1", ProposedById = 1, ProposedByName = "A", ProposedAt = DateTime.UnixEpoch,
            FormKey = Guid.NewGuid(), LateReason = "Thu hồi muộn",
        };
        project.Propose(entry);
        project.Settle(entry, posted: true, By, DateTime.UnixEpoch);
    }
}
