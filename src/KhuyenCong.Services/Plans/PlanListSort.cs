namespace KhuyenCong.Services.Plans;

/// <summary>What the list of plans is sorted by.</summary>
public enum PlanListSort
{
    /// <summary>Year, then tranche.</summary>
    Year,

    /// <summary>By the Vietnamese alphabet.</summary>
    Title,

    /// <summary>In the order of a plan's life.</summary>
    Status,
}
