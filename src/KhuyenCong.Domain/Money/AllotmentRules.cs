namespace KhuyenCong.Domain.Money;

/// <summary>Why a budget cannot be changed: all reasons at once.</summary>
public static class AllotmentRules
{
    /// <param name="allotment">The budget now.</param>
    /// <param name="change">What the decision adds; below zero it takes back.</param>
    /// <param name="from">The day from which it counts.</param>
    /// <param name="after">The budget over time with this change in it.</param>
    public static IReadOnlyList<Refusal> WhyNotChange(Allotment allotment, Vnd change, DateOnly from, AllotmentTimeline after)
    {
        if (!change.IsNegative) return [];
        if (allotment.Allotted + change < allotment.Allocated) return [new MoneyRefusals.AllotmentBelowAllocated(change, allotment.Allotted, allotment.Allocated)];
        return after.FirstBreach(from) is { } breach ? [new AllotmentRefusals.BelowAllocatedOnDay(change, breach.Day, breach.Allotted, breach.Allocated)] : [];
    }
}
