namespace KhuyenCong.Domain.Auditing;

/// <summary>The one row that every save locks first: the number and hash of the newest entry.</summary>
public class AuditHead
{
    public int Id { get; init; }

    public long LastNumber { get; set; }

    public required string LastHash { get; set; }
}
