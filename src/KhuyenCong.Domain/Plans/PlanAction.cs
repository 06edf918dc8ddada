namespace KhuyenCong.Domain.Plans;

/// <summary>What can be done to a plan as a whole.</summary>
public enum PlanAction
{
    Edit,
    Submit,
    Appraise,
    Return,
    Approve,
    Close,
}
