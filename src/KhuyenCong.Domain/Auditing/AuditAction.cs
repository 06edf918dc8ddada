namespace KhuyenCong.Domain.Auditing;

public enum AuditAction
{
    Added,
    Changed,
    Deleted,
}
