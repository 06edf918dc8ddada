using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Tests.Money;
using Xunit;
using static KhuyenCong.Domain.Adjustments.AdjustmentKind;

namespace KhuyenCong.Domain.Tests.Adjustments;

public class AdjustmentEffectTests
{
    private static readonly Actor By = new(7, "Người làm", new HashSet<string>(StringComparer.Ordinal));

    [Fact]
    public void A_line_changes_what_it_says_and_nothing_else()
    {
        var after = After(new AdjustmentLine
        {
            Ordinal = 1, Kind = ChangeContent, ProjectId = 1, Reason = "r", Name = "A2", Objectives = "M2", ImplementingUnit = "C2", Counterpart = new Vnd(1), Other = new Vnd(2),
        });
        Assert.Equal(("A2", "M2", "C2", new Vnd(1), new Vnd(2)), (after.Name, after.Objectives, after.ImplementingUnit, after.Counterpart, after.Other));
        Assert.Equal(("B", new Vnd(100), AreaScope.Units, new DateOnly(2024, 3, 1), new DateOnly(2024, 9, 1)), (after.BeneficiaryText, after.Support, after.AreaScope, after.StartMonth!.Value, after.EndMonth!.Value));
        Assert.Equal((5, new Vnd(200), 2, "vì"), (after.NormId!.Value, after.EligibleCost!.Value, after.Establishments!.Value, after.OverNormReason));
    }

    [Fact]
    public void What_a_line_leaves_out_stays()
    {
        var (before, after) = (Terms(), After(Line(RaiseSupport, 120)));
        Assert.Equal(new Vnd(120), after.Support);
        Assert.Equal(
            (before.Name, before.Objectives, before.ImplementingUnit, before.Counterpart, before.Other, before.BeneficiaryText, before.StartMonth, before.EndMonth),
            (after.Name, after.Objectives, after.ImplementingUnit, after.Counterpart, after.Other, after.BeneficiaryText, after.StartMonth, after.EndMonth));
        Assert.Equal(
            (before.NormId, before.EligibleCost, before.Establishments, before.OverNormReason, before.Note, 1),
            (after.NormId, after.EligibleCost, after.Establishments, after.OverNormReason, after.Note, after.Beneficiaries.Count));
    }

    [Fact]
    public void A_raise_brings_its_own_reasons()
    {
        var line = Line(RaiseSupport, 120);
        (line.NormId, line.EligibleCost, line.Establishments, line.OverNormReason, line.StartMonth) = (6, new Vnd(300), 3, "giá", new(2024, 4, 1));
        var after = After(line);
        Assert.Equal((6, new Vnd(300), 3, "giá", new DateOnly(2024, 4, 1)), (after.NormId!.Value, after.EligibleCost!.Value, after.Establishments!.Value, after.OverNormReason, after.StartMonth!.Value));
    }

    [Fact]
    public void A_new_beneficiary_takes_the_place_of_the_old_one_also_in_the_register()
    {
        var line = Line(ReplaceBeneficiary);
        (line.BeneficiaryText, line.Beneficiary) = ("B2", new Beneficiary { Name = "Mới" });
        Assert.Equal(("B2", "Mới"), (After(line).BeneficiaryText, Assert.Single(After(line).Beneficiaries).Name));
        line.Beneficiary = null;
        Assert.Empty(After(line).Beneficiaries);
    }

    [Fact]
    public void A_new_place_takes_the_place_of_the_old_one()
    {
        var line = Line(ChangePlace);
        line.AreaScope = AreaScope.Units;
        line.Areas.Add(new AdjustmentLineArea { UnitId = 9 });
        Assert.Equal([9], After(line).Areas.Select(a => a.UnitId));
    }

    [Fact]
    public void Another_source_takes_every_years_share_over()
    {
        var line = Line(MoveSource);
        line.Source = FundingSource.National;
        var terms = Terms();
        terms.SetFunding(FundingSource.Local, 2025, new Vnd(30));
        terms.SetFunding(FundingSource.National, 2025, new Vnd(7));
        terms.SetFunding(FundingSource.Local, 2026, Vnd.Zero);
        var effect = Effect(line, terms);
        Assert.Equal(
            [(FundingSource.National, 2024, 100L), (FundingSource.National, 2025, 37L)],
            effect.After.Funding.Where(f => !f.Amount.IsZero).OrderBy(f => f.Year).Select(f => (f.Source, f.Year, f.Amount.Dong)));
        Assert.Equal(Vnd.Zero, effect.Change);
        Assert.Equal(
            [(FundingSource.Local, 2024, -100L), (FundingSource.Local, 2025, -30L), (FundingSource.National, 2024, 100L), (FundingSource.National, 2025, 30L)],
            effect.Budget.Select(b => (b.Source, b.Year, b.Change.Dong)).Order());
    }

    [Fact]
    public void Only_a_stop_stops_and_only_what_is_carried_over_takes_its_budget_along()
    {
        Assert.Equal((true, false), (Effect(Line(StopProject)).Stops, Effect(Line(StopProject)).CarriesBudget));
        Assert.Equal((false, true), (Effect(Line(MoveToNextYear)).Stops, Effect(Line(MoveToNextYear)).CarriesBudget));
    }

    [Fact]
    public void One_line_that_stops_stops_whatever_stands_beside_it()
    {
        var adjustment = new Adjustment { PlanId = 0, Ordinal = 1, Reason = "r", CreatedById = 1, Lines = { Line(ReplaceBeneficiary), Line(StopProject) } };
        Assert.True(Assert.Single(AdjustmentEffect.All(
            adjustment, new Dictionary<int, AdjustedProject> { [1] = new(Book.Approved(100).Project, Terms()) }, Domain.Tests.Plans.Plans.In(PlanStatus.Approved))).Stops);
    }

    [Fact]
    public void An_added_project_has_the_plans_year_and_source_and_no_before()
    {
        AdjustmentLine line = new() { Ordinal = 1, Kind = AddProject, Reason = "r", Support = new Vnd(10), Counterpart = new Vnd(3), Other = new Vnd(2), Name = "Mới", Objectives = "M", Beneficiary = new Beneficiary { Name = "HTX" }, NormId = 4 };
        var effect = Effect(line);
        Assert.Null(effect.Before);
        Assert.Equal([(FundingSource.Local, 2024, new Vnd(10))], effect.Budget);
        Assert.Equal((new Vnd(10), new Vnd(15), "HTX", 4), (effect.Change, effect.After.Total, effect.After.Beneficiaries.Single().Name, effect.After.NormId!.Value));
        line.Source = FundingSource.National;
        Assert.Equal(FundingSource.National, Effect(line).Budget.Single().Source);
    }

    [Fact]
    public void Lines_of_one_project_are_one_effect_and_lines_of_strangers_none()
    {
        var adjustment = new Adjustment { PlanId = 0, Ordinal = 1, Reason = "r", CreatedById = 1 };
        adjustment.Lines.Add(new AdjustmentLine { Ordinal = 3, Kind = RaiseSupport, ProjectId = 1, Reason = "r", Support = new Vnd(130) });
        adjustment.Lines.Add(new AdjustmentLine { Ordinal = 2, Kind = AddProject, Reason = "r", Support = new Vnd(5) });
        adjustment.Lines.Add(new AdjustmentLine { Ordinal = 1, Kind = ChangeDates, ProjectId = 1, Reason = "r", EndMonth = new(2024, 12, 1) });
        adjustment.Lines.Add(new AdjustmentLine { Ordinal = 4, Kind = AddProject, Reason = "r", Support = new Vnd(6) });
        adjustment.Lines.Add(new AdjustmentLine { Ordinal = 5, Kind = RaiseSupport, ProjectId = 99, Reason = "r", Support = new Vnd(7) });
        var effects = AdjustmentEffect.All(adjustment, new Dictionary<int, AdjustedProject> { [1] = new(Book.Approved(100).Project, Terms()) }, Domain.Tests.Plans.Plans.In(PlanStatus.Approved));
        Assert.Equal([30L, 5L, 6L], effects.Select(e => e.Change.Dong));
        Assert.Equal([new BudgetMove(2024, FundingSource.Local, new Vnd(41), Vnd.Zero)], BudgetMove.All(effects));
    }

    [Fact]
    public void Moves_that_cancel_out_are_none()
    {
        Assert.Empty(BudgetMove.Sum([new(2024, FundingSource.Local, new Vnd(5), Vnd.Zero), new(2024, FundingSource.Local, new Vnd(-5), Vnd.Zero)]));
        Assert.Equal(new Vnd(3), Assert.Single(BudgetMove.Sum([new(2024, FundingSource.Local, new Vnd(5), new Vnd(-2)), new(2024, FundingSource.Local, new Vnd(-5), new Vnd(-1))])).Taken);
    }

    [Fact]
    public void Terms_belong_to_one_decision_and_end_on_the_last_day_of_their_last_month()
    {
        var terms = Terms();
        Assert.Equal(new DateOnly(2024, 9, 30), terms.EndsOn);
        var decision = new Decision { Kind = DecisionKind.Approve, Number = "1", Year = 2024, EffectiveFrom = new(2024, 5, 1), RecordedAt = default, RecordedById = 1, IssuingBodyId = 1, Signatory = "A", SignatoryTitle = "B" };
        terms.Decide(decision);
        Assert.Equal((decision, new DateOnly(2024, 5, 1)), (terms.Decision, terms.EffectiveFrom));
        Assert.Throws<InvalidOperationException>(() => terms.Decide(decision));
    }

    [Fact]
    public void Money_shifts_in_the_latest_year_that_pays_and_never_below_nothing()
    {
        var terms = Terms();
        terms.SetFunding(FundingSource.Local, 2025, new Vnd(30));
        terms.SetFunding(FundingSource.National, 2025, new Vnd(20));
        terms.SetFunding(FundingSource.Local, 2026, Vnd.Zero);
        Assert.Equal((2025, new Vnd(50), new Vnd(150)), (terms.BudgetYear, terms.LatestShare, terms.Support));
        terms.ShiftSupport(new Vnd(5));
        Assert.Equal([100L, 35L, 20L, 0L], Shares(terms));
        terms.ShiftSupport(Vnd.Zero);
        terms.ShiftSupport(new Vnd(-35));
        Assert.Equal([100L, 0L, 20L, 0L], Shares(terms));
        terms.ShiftSupport(new Vnd(-25));
        Assert.Equal([95L, 0L, 0L, 0L], Shares(terms));

        // What would go below zero altogether stays visible.
        terms.ShiftSupport(new Vnd(-96));
        Assert.Equal([-1L, 0L, 0L, 0L], Shares(terms));
        Assert.Equal(2026, Empty().BudgetYear);

        static List<long> Shares(ProjectTerms of) => [.. of.Funding.Select(f => f.Amount.Dong)];
        static ProjectTerms Empty()
        {
            var none = new ProjectTerms { Name = "", BeneficiaryText = "", ImplementingUnit = "" };
            none.SetFunding(FundingSource.Local, 2026, Vnd.Zero);
            none.SetFunding(FundingSource.Local, 2024, Vnd.Zero);
            return none;
        }
    }

    [Theory]
    [InlineData(100, 100, null)]
    [InlineData(110, 100, null)]
    [InlineData(60, 60, 40)]
    [InlineData(0, 0, 100)]
    public void What_is_not_disbursed_is_carried_over(long posted, long stays, int? moves)
    {
        var terms = Terms();
        terms.CarryOver(new Vnd(posted));
        Assert.Equal((new Vnd(stays), moves), (terms.Funding.Single(f => f.Year == 2024).Amount, terms.Funding.SingleOrDefault(f => f.Year == 2025) is { } share ? (int)share.Amount.Dong : null));
    }

    [Fact]
    public void What_is_carried_over_comes_from_the_larger_share_of_the_year()
    {
        var terms = Terms();
        terms.SetFunding(FundingSource.National, 2024, new Vnd(20));
        terms.CarryOver(new Vnd(40));
        Assert.Equal(
            [(FundingSource.Local, 2024, 20L), (FundingSource.National, 2024, 20L), (FundingSource.Local, 2025, 80L)], terms.Funding.Select(f => (f.Source, f.Year, f.Amount.Dong)));
    }

    [Fact]
    public void More_than_the_latest_year_pays_is_not_carried_over()
    {
        var terms = Terms();
        terms.SetFunding(FundingSource.Local, 2025, new Vnd(30));
        terms.CarryOver(new Vnd(99));
        Assert.DoesNotContain(terms.Funding, f => f.Year == 2026);
        terms.CarryOver(new Vnd(100));
        Assert.Equal((Vnd.Zero, new Vnd(30)), (terms.Funding.Single(f => f.Year == 2025).Amount, terms.Funding.Single(f => f.Year == 2026).Amount));
    }

    [Fact]
    public void An_adjustment_moves_by_its_table_and_writes_down_who_and_why()
    {
        var adjustment = new Adjustment { PlanId = 1, Ordinal = 1, Reason = "r", CreatedById = 1 };
        Assert.True(adjustment.IsEditable);
        Assert.Empty(AdjustmentRules.WhyNotDiscard(adjustment));
        Assert.Throws<RefusedActionException>(() => adjustment.Move(AdjustmentAction.Approve, By, DateTime.UnixEpoch));
        adjustment.Move(AdjustmentAction.Submit, By, DateTime.UnixEpoch);
        Assert.Equal((AdjustmentStatus.Submitted, 1, 1, 7, false), (adjustment.Status, adjustment.Round, adjustment.Version, adjustment.SubmittedById!.Value, adjustment.IsEditable));
        Assert.Equal([new AdjustmentRefusals.WasSubmitted()], AdjustmentRules.WhyNotDiscard(adjustment));
        adjustment.Move(AdjustmentAction.Return, By with { UserId = 8 }, DateTime.UnixEpoch.AddDays(1), "Sửa");
        Assert.Equal((1, 7, DateTime.UnixEpoch, "Sửa"), (adjustment.Round, adjustment.SubmittedById!.Value, adjustment.SubmittedAt!.Value, adjustment.History.Last().Reason));
        adjustment.Move(AdjustmentAction.Submit, By, DateTime.UnixEpoch);
        var decision = new Decision { Kind = DecisionKind.Adjust, Number = "1", Year = 2024, EffectiveFrom = default, RecordedAt = default, RecordedById = 1, IssuingBodyId = 1, Signatory = "A", SignatoryTitle = "B" };
        adjustment.Approve(decision, By, DateTime.UnixEpoch);
        Assert.Equal((AdjustmentStatus.Approved, decision, 2), (adjustment.Status, adjustment.Decision, adjustment.Round));
        Assert.Equal([new AdjustmentRefusals.WrongStatus(AdjustmentAction.Return, AdjustmentStatus.Approved)], AdjustmentRules.WhyNotMove(adjustment, AdjustmentAction.Return));
    }

    private static ProjectTerms After(AdjustmentLine line) => Effect(line).After;

    private static AdjustmentEffect Effect(AdjustmentLine line, ProjectTerms? terms = null)
    {
        var adjustment = new Adjustment { PlanId = 0, Ordinal = 1, Reason = "r", CreatedById = 1, Lines = { line } };
        return AdjustmentEffect.All(adjustment, new Dictionary<int, AdjustedProject> { [1] = new(Book.Approved(100).Project, terms ?? Terms()) }, Domain.Tests.Plans.Plans.In(PlanStatus.Approved)).Single();
    }

    private static AdjustmentLine Line(AdjustmentKind kind, long? support = null) => new() { Ordinal = 1, Kind = kind, ProjectId = 1, Reason = "r", Support = support is { } dong ? new Vnd(dong) : null };

    private static ProjectTerms Terms()
    {
        ProjectTerms terms = new()
        {
            Name = "A", BeneficiaryText = "B", ImplementingUnit = "C", Objectives = "M", Counterpart = new Vnd(40), Other = new Vnd(5), AreaScope = AreaScope.Units, Note = "n",
            StartMonth = new(2024, 3, 1), EndMonth = new(2024, 9, 1), NormId = 5, EligibleCost = new Vnd(200), Establishments = 2, OverNormReason = "vì",
            Areas = { new TermsArea { UnitId = 7 } }, Beneficiaries = { new Beneficiary { Name = "Cũ" } },
        };
        terms.SetFunding(FundingSource.Local, 2024, new Vnd(100));
        return terms;
    }
}
