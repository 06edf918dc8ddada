namespace KhuyenCong.Domain.Adjustments;

/// <summary>What can be done to an adjustment as a whole.</summary>
public enum AdjustmentAction
{
    Edit,
    Submit,
    Return,
    Reject,
    Approve,
}
