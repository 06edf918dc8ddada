using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Tests.Money;
using Xunit;
using static KhuyenCong.Domain.Adjustments.AdjustmentKind;
using static KhuyenCong.Domain.Adjustments.AdjustmentRefusals;
using static KhuyenCong.Domain.Projects.ProjectStatus;

namespace KhuyenCong.Domain.Tests.Adjustments;

/// <summary>Each reason against a line, with the exact amount or day at which it turns.</summary>
public class AdjustmentLineRulesTests
{
    private static readonly Plan Plan = Domain.Tests.Plans.Plans.In(PlanStatus.Approved);

    [Theory]
    [InlineData(LowerSupport, new[] { Approved, Contracted, InProgress, Accepted, Liquidated, Settled, Discontinued })]
    [InlineData(MoveToNextYear, new[] { Approved, Contracted, InProgress, Accepted, Liquidated })]
    [InlineData(RaiseSupport, new[] { Approved, Contracted, InProgress })]
    [InlineData(StopProject, new[] { Approved, Contracted, InProgress })]
    [InlineData(ChangePlace, new[] { Approved, Contracted, InProgress })]
    public void Each_kind_is_taken_in_its_states_and_in_no_other(AdjustmentKind kind, ProjectStatus[] states) =>
        Assert.Equal(states, Enum.GetValues<ProjectStatus>().Where(s => AdjustmentLineRules.Takes(s, kind)));

    [Fact]
    public void A_settled_project_takes_no_raise() =>
        Assert.Contains(new NotAdjustable(1, "A", RaiseSupport, Settled), WhyNot(Book.Approved(100).Signed(100).Posted(MoneyEntryKind.Payment, 100).Accepted(100).Posted(MoneyEntryKind.Settlement, 100), Line(RaiseSupport, 101)));

    [Fact]
    public void A_raise_raises_and_a_lowering_lowers()
    {
        var book = Book.Approved(100);
        Assert.Equal([new RaiseNotHigher(1, "A", new Vnd(100), new Vnd(100))], WhyNot(book, Line(RaiseSupport, 100)));
        Assert.Empty(WhyNot(book, Line(RaiseSupport, 101)));
        Assert.Equal([new LowerNotLower(1, "A", new Vnd(100), new Vnd(100))], WhyNot(book, Line(LowerSupport, 100)));
        Assert.Empty(WhyNot(book, Line(LowerSupport, 99)));
        Assert.Empty(WhyNot(book, Line(LowerSupport, 0)));
    }

    [Fact]
    public void Support_is_not_lowered_below_what_is_out_and_on_its_way()
    {
        var book = Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 40).Waiting(MoneyEntryKind.Payment, 10);
        Assert.Empty(WhyNot(book, Line(LowerSupport, 50)));
        Assert.Equal([new LowerBelowSpent(1, "A", new Vnd(49), new Vnd(40), new Vnd(10))], WhyNot(book, Line(LowerSupport, 49)));
        Assert.Equal(new Vnd(50), AdjustmentLineRules.Least(book.Project));
    }

    [Fact]
    public void What_support_can_fall_to_is_the_highest_of_what_holds_it()
    {
        Assert.Equal(Vnd.Zero, AdjustmentLineRules.Least(Book.Approved(100).Project));
        Assert.Equal(new Vnd(70), AdjustmentLineRules.Least(Book.Approved(100).Signed(70).Project));
        Assert.Equal(new Vnd(60), AdjustmentLineRules.Least(Book.Approved(100).Signed(70).Posted(MoneyEntryKind.Payment, 10).Accepted(60).Project));
        var settled = Book.Approved(100).Signed(70).Posted(MoneyEntryKind.Payment, 10).Accepted(60).Posted(MoneyEntryKind.Settlement, 50);
        Assert.Equal(new Vnd(50), AdjustmentLineRules.Least(settled.Project));
    }

    [Theory]
    [InlineData(RaiseSupport)]
    [InlineData(LowerSupport)]
    [InlineData(ReplaceBeneficiary)]
    [InlineData(ChangePlace)]
    [InlineData(ChangeDates)]
    [InlineData(ChangeContent)]
    [InlineData(MoveSource)]
    public void A_line_that_says_nothing_changes_nothing(AdjustmentKind kind) => Assert.Equal([new NothingChanges(1, "A", kind)], WhyNot(Book.Approved(100), Line(kind)));

    [Fact]
    public void What_is_said_again_changes_nothing_and_anything_else_does()
    {
        Changes(false, Line(ReplaceBeneficiary, change: l => l.BeneficiaryText = "B"));
        Changes(true, Line(ReplaceBeneficiary, change: l => l.BeneficiaryText = "B2"));
        Changes(false, Line(ChangePlace, change: l => Units(l, 7)));
        Changes(true, Line(ChangePlace, change: l => Units(l, 7, 8)));
        Changes(true, Line(ChangePlace, change: l => l.AreaScope = AreaScope.WholeProvince));
        Changes(false, Line(ChangeDates, change: l => (l.StartMonth, l.EndMonth) = (new(2024, 3, 1), new(2024, 9, 1))));
        Changes(true, Line(ChangeDates, change: l => l.StartMonth = new(2024, 4, 1)));
        Changes(true, Line(ChangeDates, change: l => l.EndMonth = new(2024, 10, 1)));
        Changes(false, Line(ChangeContent, change: l => (l.Name, l.Objectives, l.ImplementingUnit, l.Counterpart, l.Other) = ("A", "M", "C", new Vnd(40), new Vnd(5))));
        Changes(true, Line(ChangeContent, change: l => l.Name = "A2"));
        Changes(true, Line(ChangeContent, change: l => l.Objectives = "M2"));
        Changes(true, Line(ChangeContent, change: l => l.ImplementingUnit = "C2"));
        Changes(true, Line(ChangeContent, change: l => l.Counterpart = new Vnd(41)));
        Changes(true, Line(ChangeContent, change: l => l.Other = new Vnd(6)));
        Changes(false, Line(MoveSource, change: l => l.Source = FundingSource.Local));
        Changes(true, Line(MoveSource, change: l => l.Source = FundingSource.National));

        static void Changes(bool does, AdjustmentLine line) => Assert.Equal(!does, WhyNot(Book.Approved(100), line).OfType<NothingChanges>().Any());
    }

    [Fact]
    public void An_end_before_the_start_is_refused_and_the_same_month_is_none()
    {
        Assert.Equal([new EndsBeforeStart(1, "A")], WhyNot(Book.Approved(100), Line(ChangeDates, change: l => l.EndMonth = new(2024, 2, 1))));
        Assert.Empty(WhyNot(Book.Approved(100), Line(ChangeDates, change: l => l.EndMonth = new(2024, 3, 1))));
    }

    [Fact]
    public void Each_kind_stands_once_and_some_exclude_each_other()
    {
        var book = Book.Approved(100);
        Assert.Contains(new KindTwice(1, "A", RaiseSupport), WhyNot(book, Line(RaiseSupport, 110), Line(RaiseSupport, 120)));
        Assert.Contains(new KindsExclude(1, "A", RaiseSupport, LowerSupport), WhyNot(book, Line(RaiseSupport, 110), Line(LowerSupport, 90)));
        Assert.Contains(new KindsExclude(1, "A", StopProject, ReplaceBeneficiary), WhyNot(book, Replace(), Line(StopProject)));
        Assert.Contains(new KindsExclude(1, "A", MoveToNextYear, RaiseSupport), WhyNot(book, Line(RaiseSupport, 110), Line(MoveToNextYear)));
        Assert.Contains(new KindsExclude(1, "A", MoveSource, LowerSupport), WhyNot(book, Line(LowerSupport, 90), Line(MoveSource, change: l => l.Source = FundingSource.National)));
        Assert.Contains(new KindsExclude(1, "A", MoveToNextYear, MoveSource), WhyNot(book, Line(MoveToNextYear), Line(MoveSource, change: l => l.Source = FundingSource.National)));
        Assert.Empty(WhyNot(book, Replace(), Line(MoveToNextYear)));
        Assert.Empty(WhyNot(book, Replace(), Line(RaiseSupport, 110), Line(ChangeDates, change: l => l.EndMonth = new(2024, 12, 1))));
    }

    [Theory]
    [InlineData(StopProject)]
    [InlineData(MoveToNextYear)]
    [InlineData(MoveSource)]
    public void Whatever_moves_the_money_waits_for_the_accountant(AdjustmentKind kind)
    {
        var line = Line(kind, change: l => (l.Source, l.PlannedRecovery) = (FundingSource.National, Vnd.Zero));
        foreach (var waiting in new[] { MoneyEntryKind.Payment, MoneyEntryKind.Recovery, MoneyEntryKind.Clearing })
        {
            var book = Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 20).Waiting(waiting, 5);
            var p = book.Project;
            Assert.Contains(new MoneyWaiting(1, "A", kind, p.Pending, p.PendingRecovery, p.PendingClearing), WhyNot(book, line));
            Assert.DoesNotContain(WhyNot(book, Replace()), r => r is MoneyWaiting);
        }

        Assert.DoesNotContain(WhyNot(Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 20), line), r => r is MoneyWaiting);
    }

    [Fact]
    public void A_stop_with_money_out_plans_its_recovery_within_what_is_out()
    {
        var book = Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 40);
        Assert.Equal([new StopNeedsRecoveryPlan(1, "A", new Vnd(40))], WhyNot(book, Line(StopProject)));
        Assert.Equal([new StopNeedsRecoveryPlan(1, "A", new Vnd(40))], WhyNot(book, Line(StopProject, change: l => l.PlannedRecovery = new Vnd(1))));
        Assert.Empty(WhyNot(book, Line(StopProject, change: l => l.PlannedRecovery = Vnd.Zero)));
        Assert.Empty(WhyNot(book, Line(StopProject, change: l => (l.PlannedRecovery, l.RecoverBy) = (new Vnd(40), new(2024, 12, 1)))));
        Assert.Equal([new RecoveryBeyondPosted(1, "A", new Vnd(41), new Vnd(40))], WhyNot(book, Line(StopProject, change: l => (l.PlannedRecovery, l.RecoverBy) = (new Vnd(41), new(2024, 12, 1)))));
        Assert.Empty(WhyNot(Book.Approved(100), Line(StopProject)));
    }

    [Fact]
    public void Another_source_pays_only_before_money_is_out()
    {
        var line = Line(MoveSource, change: l => l.Source = FundingSource.National);
        Assert.Equal([new SourceAfterDisbursement(1, "A", new Vnd(1))], WhyNot(Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 1), line).OfType<SourceAfterDisbursement>());
    }

    [Fact]
    public void Only_what_is_left_and_paid_by_the_latest_year_is_carried_over()
    {
        Assert.Empty(WhyNot(Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 99), Line(MoveToNextYear)));
        Assert.Equal([new NothingToCarryOver(1, "A")], WhyNot(Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 100), Line(MoveToNextYear)));
        var again = Line(MoveToNextYear, change: l => l.EndMonth = new(2026, 3, 1));
        Assert.Equal([new NothingToCarryOver(1, "A")], WhyNot(Book.Approved(100), Terms(60, 40), again));
        Assert.Empty(WhyNot(Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 60), Terms(60, 40), again));
    }

    [Theory]
    [InlineData("2024-09-01", "2024-11-01", true)]
    [InlineData("2024-09-01", null, true)]
    [InlineData("2024-09-01", "2025-01-01", false)]
    [InlineData("2024-09-01", "2025-12-01", false)]
    [InlineData("2024-09-01", "2026-01-01", true)]
    [InlineData("2025-02-01", null, false)]
    [InlineData("2026-02-01", "2026-02-01", false)]
    [InlineData("2026-02-01", "2026-03-01", true)]
    public void What_is_carried_over_ends_in_the_next_year_or_stays_to_end_later(string planned, string? end, bool isRefused)
    {
        var terms = Terms(100);
        terms.EndMonth = DateOnly.Parse(planned, System.Globalization.CultureInfo.InvariantCulture);
        DateOnly? then = end is null ? null : DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture);
        var refusals = WhyNot(Book.Approved(100), terms, Line(MoveToNextYear, change: l => l.EndMonth = then));
        Assert.Equal(isRefused ? [new EndsOutsideNextYear(0, "A", then ?? terms.EndMonth.Value, 2025)] : [], refusals);
    }

    [Fact]
    public void What_earlier_years_paid_is_not_lowered()
    {
        Assert.Empty(WhyNot(Book.Approved(100), Terms(60, 40), Line(LowerSupport, 60)));
        Assert.Equal([new LowerIntoEarlierYear(1, "A", new Vnd(40))], WhyNot(Book.Approved(100), Terms(60, 40), Line(LowerSupport, 59)));
    }

    [Fact]
    public void An_added_project_is_as_complete_as_any_other()
    {
        Assert.Empty(Adding(_ => { }));
        foreach (var gap in new Action<AdjustmentLine>[]
        {
            l => l.Name = null, l => l.BeneficiaryText = null, l => l.ImplementingUnit = null, l => l.CategoryId = null, l => l.AreaScope = AreaScope.Unset, l => l.StartMonth = null,
            l => l.EndMonth = null, l => l.Support = null, l => l.Support = Vnd.Zero,
        }) Assert.Equal([new AddIncomplete(1)], Adding(gap));
        Assert.Equal([new EndsBeforeStart(0, "Mới")], Adding(l => l.EndMonth = new(2024, 2, 1)));
        Assert.Empty(Adding(l => l.EndMonth = l.StartMonth));
    }

    [Fact]
    public void Over_its_norm_an_added_or_raised_support_needs_a_reason()
    {
        SpendingNorm norm = new() { Id = 3, Code = "N", Title = "", Cap = new Vnd(50), CapUnit = "", LegalSource = "", Enabled = true, ValidFrom = new(2024, 1, 1) };
        SpendingNorm other = new() { Id = 2, Code = "M", Title = "", Cap = new Vnd(1), CapUnit = "", LegalSource = "", Enabled = true, ValidFrom = new(2024, 1, 1) };
        var limits = Budgets(1000) with { Norms = [other, norm] };
        AdjustmentLine Added(long support, string? reason = null, int? normId = 3) => Add(l => (l.Support, l.NormId, l.Establishments, l.OverNormReason) = (new Vnd(support), normId, 1, reason));
        Assert.Equal([new ApprovalRefusals.OverNorm(0, "Mới", new Vnd(51), new Vnd(50))], AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Added(51)), limits));
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Added(50)), limits));
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Added(51, "giá máy")), limits));
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Added(51, normId: null)), limits));

        AdjustmentLine Raised(AdjustmentKind kind, long support) => Line(kind, support, l => (l.NormId, l.Establishments) = (3, 1));
        Assert.Equal([new ApprovalRefusals.OverNorm(1, "A", new Vnd(110), new Vnd(50))], AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Raised(RaiseSupport, 110)), limits));
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Raised(LowerSupport, 90)), limits));
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Line(ChangeDates, change: l => (l.EndMonth, l.NormId, l.Establishments) = (new(2024, 12, 1), 3, 1))), limits));

        // A norm that is not in force on the day is none.
        Assert.Empty(AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Added(51)), limits with { NormsOn = new(2023, 12, 31) }));
    }

    [Fact]
    public void Nothing_is_adjusted_without_lines_or_in_a_plan_that_is_not_approved()
    {
        Assert.Equal([new NoLines()], AdjustmentRules.WhyNotLines(Plan, [], Budgets(100)));
        Assert.Equal([new PlanNotApproved(PlanStatus.Closed)], AdjustmentRules.WhyNotStart(Domain.Tests.Plans.Plans.In(PlanStatus.Closed)));
        Assert.Empty(AdjustmentRules.WhyNotStart(Plan));
    }

    [Fact]
    public void The_budget_of_the_lines_own_year_and_source_pays()
    {
        AdjustmentLimits limits = new([(2024, new FreeBudget(FundingSource.National, new Vnd(500), Vnd.Zero)), (2025, new FreeBudget(FundingSource.Local, new Vnd(500), Vnd.Zero))], [], [], new(2024, 6, 1));
        Assert.Equal([new NoAllotment(2024, FundingSource.Local)], AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Line(RaiseSupport, 101)), limits));
    }

    [Fact]
    public void A_stop_is_held_back_by_no_contract_that_goes_beyond_what_is_out() => Assert.Empty(WhyNot(
        Book.Approved(100).Signed(80).Started().Posted(MoneyEntryKind.Advance, 20), Line(StopProject, change: l => l.PlannedRecovery = Vnd.Zero)));

    [Fact]
    public void A_source_that_pays_only_a_part_may_take_the_whole_over()
    {
        var terms = Terms(60);
        terms.SetFunding(FundingSource.National, 2024, new Vnd(40));
        Assert.Empty(WhyNot(Book.Approved(100), terms, Line(MoveSource, change: l => l.Source = FundingSource.National)));
    }

    private static IReadOnlyList<Refusal> WhyNot(Book book, params AdjustmentLine[] lines) => WhyNot(book, Terms((int)book.Project.Support.Dong), lines);

    private static IReadOnlyList<Refusal> WhyNot(Book book, ProjectTerms terms, params AdjustmentLine[] lines) => AdjustmentRules.WhyNotLines(Plan, Effects(book, terms, lines), Budgets(10_000));

    private static IReadOnlyList<Refusal> Adding(Action<AdjustmentLine> change) => AdjustmentRules.WhyNotLines(Plan, Effects(Book.Approved(100), Terms(100), Add(change)), Budgets(1000));

    private static IReadOnlyList<AdjustmentEffect> Effects(Book book, ProjectTerms terms, params AdjustmentLine[] lines)
    {
        var adjustment = new Adjustment { PlanId = 0, Ordinal = 1, Reason = "r", CreatedById = 1 };
        foreach (var (line, place) in lines.Select((l, i) => (l, i)))
        {
            line.Ordinal = place + 1;
            adjustment.Lines.Add(line);
        }

        return AdjustmentEffect.All(adjustment, new Dictionary<int, AdjustedProject> { [1] = new(book.Project, terms) }, Plan);
    }

    // Paid in 2024 and, where given, in 2025.
    private static ProjectTerms Terms(params int[] shares)
    {
        ProjectTerms terms = new()
        {
            Name = "A", BeneficiaryText = "B", ImplementingUnit = "C", Objectives = "M", Counterpart = new Vnd(40), Other = new Vnd(5), AreaScope = AreaScope.Units,
            StartMonth = new(2024, 3, 1), EndMonth = new(2024, 9, 1), Areas = { new TermsArea { UnitId = 7 } },
        };
        foreach (var (share, place) in shares.Select((s, i) => (s, i))) terms.SetFunding(FundingSource.Local, 2024 + place, new Vnd(share));
        return terms;
    }

    private static AdjustmentLimits Budgets(long allotted) => new(
        [(2024, new FreeBudget(FundingSource.Local, new Vnd(allotted), Vnd.Zero)), (2024, new FreeBudget(FundingSource.National, new Vnd(allotted), Vnd.Zero))], [], [], new(2024, 6, 1));

    private static AdjustmentLine Line(AdjustmentKind kind, long? support = null, Action<AdjustmentLine>? change = null)
    {
        AdjustmentLine line = new() { Ordinal = 1, Kind = kind, ProjectId = 1, Reason = "r", Support = support is { } dong ? new Vnd(dong) : null };
        if (kind == MoveToNextYear) line.EndMonth = new(2025, 3, 1);
        change?.Invoke(line);
        return line;
    }

    private static void Units(AdjustmentLine line, params int[] units)
    {
        line.AreaScope = AreaScope.Units;
        foreach (var unit in units) line.Areas.Add(new AdjustmentLineArea { UnitId = unit });
    }

    private static AdjustmentLine Replace() => Line(ReplaceBeneficiary, change: l => l.BeneficiaryText = "B2");

    private static AdjustmentLine Add(Action<AdjustmentLine> change)
    {
        AdjustmentLine line = new()
        {
            Ordinal = 1, Kind = AddProject, Reason = "r", Support = new Vnd(10), Name = "Mới", BeneficiaryText = "B", ImplementingUnit = "C", CategoryId = 3, AreaScope = AreaScope.WholeProvince,
            StartMonth = new(2024, 3, 1), EndMonth = new(2024, 9, 1),
        };
        change(line);
        return line;
    }
}
