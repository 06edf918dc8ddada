namespace KhuyenCong.Services.People;

/// <summary>An open session as its owner sees it.</summary>
/// <param name="Id">The session.</param>
/// <param name="Device">What the browser calls itself.</param>
/// <param name="Address">The network address it came from.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="LastSeenAt">UTC, to the minute.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record OwnSession(int Id, string? Device, string? Address, DateTime StartedAt, DateTime LastSeenAt, bool IsThis);
