namespace KhuyenCong.Domain.Decisions;

public enum DecisionKind
{
    Approve,
    Adjust,
    Supplement,
    Stop,
    Allot,
}
