namespace KhuyenCong.Services.Auditing;

/// <summary>What became of an export of the trail's head.</summary>
/// <param name="Head">The head now.</param>
/// <param name="IsKept">It was kept; else it was not yet time.</param>
/// <param name="IsBehind">The trail is shorter than a head kept before says: the database was set back.</param>
public sealed record HeadExport(AuditHeadMark Head, bool IsKept, bool IsBehind);
