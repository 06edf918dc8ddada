namespace KhuyenCong.Domain.Approvals;

/// <summary>Ủy quyền: one person lends a permission to another for a period, on a legal basis.</summary>
public class Delegation
{
    public int Id { get; init; }

    /// <summary>Who lends.</summary>
    public required int FromId { get; init; }

    /// <summary>Who acts instead.</summary>
    public required int ToId { get; init; }

    public required string Permission { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The paper it rests on.</summary>
    public required string LegalBasis { get; init; }

    public required int RecordedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? RevokedAt { get; private set; }

    public int? RevokedById { get; private set; }

    public bool IsActiveOn(DateOnly day) => RevokedAt is null && From <= day && day <= Until;

    public void Revoke(int byId, DateTime at) => (RevokedById, RevokedAt) = (byId, at);
}
