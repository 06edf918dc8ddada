using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Money;

/// <summary>Why a budget year cannot be closed: all reasons at once.</summary>
public static class YearClosingRules
{
    /// <summary>Every remaining đồng is carried over or cancelled by a decision, and nothing is still on its way.</summary>
    public static IReadOnlyList<Refusal> WhyNotClose(YearAccount account, DateOnly today)
    {
        if (account.IsClosed) return [new MoneyRefusals.YearClosed(account.Year)];
        List<Refusal> refusals = [];
        if (today <= account.LastDay) refusals.Add(new YearClosingRefusals.YearNotOver(account.Year, account.LastDay));
        if (account.EarlierOpen is { } earlier) refusals.Add(new YearClosingRefusals.EarlierYearOpen(earlier));
        refusals.AddRange(WhyNotPlans(account));
        refusals.AddRange(WhyNotAdjustments(account));
        refusals.AddRange(WhyNotMoney(account));
        refusals.AddRange(WhyNotShares(account));
        return refusals;
    }

    public static IEnumerable<Refusal> WhyNotPlans(YearAccount account) => account.Plans.Where(p => p.Status is not (PlanStatus.Approved or PlanStatus.Closed))
        .Select(p => new YearClosingRefusals.PlanNotDecided(p.Id, p.Title, p.Status));

    public static IEnumerable<Refusal> WhyNotAdjustments(YearAccount account) =>
        account.OpenAdjustments.Select(a => new YearClosingRefusals.AdjustmentOpen(a.Id, a.PlanId, a.PlanTitle, a.Ordinal, a.Status));

    public static IEnumerable<Refusal> WhyNotMoney(YearAccount account) => account.Projects.Where(p => p.Waits).DistinctBy(p => p.Id)
        .Select(p => new YearClosingRefusals.MoneyWaiting(p.Id, p.Name, p.Pending, p.PendingRecovery, p.PendingClearing));

    public static IEnumerable<Refusal> WhyNotShares(YearAccount account) => account.Projects.Where(p => !p.Remaining.IsZero)
        .Select(p => new YearClosingRefusals.ShareRemains(p.Id, p.Name, p.Source, p.Share, p.Disbursed));

    /// <summary>What is carried over is at most what no project takes; the rest is cancelled.</summary>
    public static IReadOnlyList<Refusal> WhyNotCarry(YearAccount account, FreeBudget budget, Vnd carried) =>
        account.IsNextClosed && !carried.IsZero ? [new YearClosingRefusals.CarriedIntoClosedYear(account.Year + 1)]
        : carried > budget.Unallocated ? [new YearClosingRefusals.CarriedBeyondUnallocated(budget.Source, carried, budget.Unallocated)] : [];

    /// <summary>True once nothing more is done or paid for a project.</summary>
    public static bool HasEnded(this ProjectStatus status) =>
        status is ProjectStatus.Settled or ProjectStatus.Archived or ProjectStatus.Rejected or ProjectStatus.Withdrawn or ProjectStatus.Discontinued;
}
