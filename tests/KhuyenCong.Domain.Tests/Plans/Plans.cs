using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Domain.Tests.Plans;

/// <summary>Plans in any state, reached through the states before it.</summary>
internal static class Plans
{
    public const int Submitter = 3;

    private static readonly Actor Clerk = new(Submitter, "Người trình", new HashSet<string>(StringComparer.Ordinal));

    public static Plan In(PlanStatus status)
    {
        var plan = new Plan { Year = 2024, Tranche = Tranche.Numbered(1), Source = FundingSource.Local, Title = "Kế hoạch" };
        PlanAction[] way = status switch
        {
            PlanStatus.Draft => [],
            PlanStatus.Submitted => [PlanAction.Submit],
            PlanStatus.Appraised => [PlanAction.Submit, PlanAction.Appraise],
            PlanStatus.Returned => [PlanAction.Submit, PlanAction.Return],
            PlanStatus.Approved => [PlanAction.Submit, PlanAction.Appraise, PlanAction.Approve],
            PlanStatus.Closed => [PlanAction.Submit, PlanAction.Appraise, PlanAction.Approve, PlanAction.Close],
        };
        foreach (var action in way) plan.Move(action, Clerk, DateTime.UnixEpoch);
        return plan;
    }

    /// <summary>A complete project with an amount of support.</summary>
    public static PlanLine Line(long million = 100, AppraisalVerdict? verdict = AppraisalVerdict.Passed) =>
        new(1, "Đề án", AreaScope.WholeProvince, true, [new BudgetShare(FundingSource.Local, 2024, Vnd.Million(million))], verdict);
}
