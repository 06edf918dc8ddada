namespace KhuyenCong.Domain.Adjustments;

/// <summary>Lifecycle of an adjustment.</summary>
public enum AdjustmentStatus
{
    Draft,
    Submitted,
    Returned,

    /// <summary>Decided: its lines are terms now.</summary>
    Approved,

    /// <summary>Turned down for good; a new adjustment starts over.</summary>
    Rejected,
}
