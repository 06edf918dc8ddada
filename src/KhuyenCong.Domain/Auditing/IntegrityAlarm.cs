namespace KhuyenCong.Domain.Auditing;

/// <summary>Something that only a hand behind the portal's back can have done, found by the portal itself while it worked.</summary>
public class IntegrityAlarm
{
    public int Id { get; init; }

    public required IntegrityAlarmKind Kind { get; init; }

    /// <summary>The row's entity as the trail names it.</summary>
    public required string Entity { get; init; }

    /// <summary>Its key values joined by "/".</summary>
    public required string EntityKey { get; init; }

    /// <summary>The newest entry of the row; null where the trail has none.</summary>
    public long? EntryNumber { get; init; }

    /// <summary>Who was at work when it was found: a person, or a named part of the system.</summary>
    public required string During { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DetectedAt { get; init; }

    /// <summary>The administrator who has taken note of it.</summary>
    public int? SeenById { get; private set; }

    /// <summary>UTC; null while nobody has.</summary>
    public DateTime? SeenAt { get; private set; }

    public void See(int byId, DateTime at) => (SeenById, SeenAt) = (byId, at);
}
