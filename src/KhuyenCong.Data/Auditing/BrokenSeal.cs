using KhuyenCong.Domain.Auditing;

namespace KhuyenCong.Data.Auditing;

/// <summary>A row that does not agree with its newest entry.</summary>
/// <param name="Kind">What does not agree.</param>
/// <param name="Entity">The row's entity as the trail names it.</param>
/// <param name="Key">Its key values joined by "/".</param>
/// <param name="EntryNumber">Its newest entry; null where the trail has none.</param>
public sealed record BrokenSeal(IntegrityAlarmKind Kind, string Entity, string Key, long? EntryNumber);
