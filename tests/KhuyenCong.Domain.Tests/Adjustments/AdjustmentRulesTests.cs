using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Xunit;

namespace KhuyenCong.Domain.Tests.Adjustments;

public class AdjustmentRulesTests
{
    [Fact]
    public void A_support_below_zero_is_refused_where_there_is_neither_contract_nor_acceptance()
    {
        var project = new Project { Id = 1, Code = "KC-1", Ordinal = 1 };
        project.Approve(new Vnd(100), FundingSource.Local, Actor.System("Kiểm thử"), DateTime.UnixEpoch);
        var terms = new ProjectTerms { Name = "A", BeneficiaryText = "B", ImplementingUnit = "C" };
        terms.SetFunding(FundingSource.Local, 2024, new Vnd(100));
        var plan = Domain.Tests.Plans.Plans.In(PlanStatus.Approved);
        var adjustment = new Adjustment
        {
            PlanId = 0, Ordinal = 1, Reason = "r", CreatedById = 1,
            Lines = { new AdjustmentLine { Ordinal = 1, Kind = AdjustmentKind.LowerSupport, ProjectId = 1, Reason = "r", Support = new Vnd(-1) } },
        };
        var effects = AdjustmentEffect.All(adjustment, new Dictionary<int, AdjustedProject> { [1] = new(project, terms) }, plan);

        Assert.Contains(AdjustmentRules.WhyNotLines(plan, effects, []), r => r is AdjustmentRefusals.LowerBelowSpent);
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
}
