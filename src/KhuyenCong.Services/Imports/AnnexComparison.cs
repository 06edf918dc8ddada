using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports;

/// <summary>What the portal knows of the year and of recent plans, by which the sums of an annex are likely or not.</summary>
/// <param name="Year">The year of the plan.</param>
/// <param name="Allotted">Its budget by source; none where nothing is recorded as allotted yet.</param>
/// <param name="PlanTotals">The support of each recent plan, in any order.</param>
/// <param name="LargestShare">The most that one of their projects has of one source in one year.</param>
public sealed record AnnexComparison(int Year, IReadOnlyDictionary<FundingSource, Vnd> Allotted, IReadOnlyList<Vnd> PlanTotals, Vnd LargestShare)
{
    // One plan alone says nothing of what is usual.
    private const int FewestPlans = 2;

    /// <summary>Nothing to compare with.</summary>
    public static readonly AnnexComparison None = new(0, new Dictionary<FundingSource, Vnd>(), [], Vnd.Zero);

    /// <summary>False where there are too few plans to tell what is usual.</summary>
    public bool KnowsPlans => PlanTotals.Count >= FewestPlans;

    /// <summary>The median support of the plans; null where there are too few of them.</summary>
    public Vnd? MedianPlan
    {
        get
        {
            if (!KnowsPlans) return null;
            var sorted = PlanTotals.Order().ToList();
            var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
            return low + new Vnd((high - low).Dong / 2);
        }
    }
}
