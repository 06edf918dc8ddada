namespace KhuyenCong.Domain.Auditing;

/// <summary>One change of one row: who, when, what, why, chained to the entry before it.</summary>
public class AuditEntry : IAppendOnly
{
    /// <summary>Counts without gaps from 1.</summary>
    public required long Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public int? ActorId { get; init; }

    public required string ActorName { get; init; }

    public string? Reason { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>The entity's name.</summary>
    public required string Entity { get; init; }

    /// <summary>Its key values joined by "/".</summary>
    public required string EntityKey { get; init; }

    /// <summary>The changed fields as JSON: name → [before, after]. Of secrets it holds keyed digests; entries older than those stand as "***".</summary>
    public required string Changes { get; init; }

    /// <summary>SHA-256 of the row's canonical content after the change; of nothing when deleted.</summary>
    public required string RowHash { get; init; }

    /// <summary>HMAC-SHA-256 over this entry and the previous entry's hash.</summary>
    public required string Hash { get; init; }
}
