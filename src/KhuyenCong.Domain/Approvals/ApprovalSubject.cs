namespace KhuyenCong.Domain.Approvals;

/// <summary>What is submitted for approval.</summary>
public enum ApprovalSubject
{
    Plan,
    Adjustment,
}
