namespace KhuyenCong.Services.People;

/// <summary>What the door must know of an open session.</summary>
public sealed record SessionSeen(int Id, int UserId, DateTime StartedAt, DateTime LastSeenAt);
