namespace KhuyenCong.Domain.Plans;

/// <summary>Lifecycle of a plan.</summary>
public enum PlanStatus
{
    Draft,
    Submitted,
    Appraised,
    Returned,
    Approved,
    Closed,
}
