namespace KhuyenCong.Domain.Adjustments;

/// <summary>What one line of an adjustment changes.</summary>
public enum AdjustmentKind
{
    RaiseSupport,
    LowerSupport,
    ReplaceBeneficiary,
    ChangePlace,
    ChangeDates,
    ChangeContent,
    AddProject,
    StopProject,

    /// <summary>The whole support comes from another source; only while nothing is disbursed.</summary>
    MoveSource,

    /// <summary>What is not disbursed is carried over into the next budget year.</summary>
    MoveToNextYear,
}
