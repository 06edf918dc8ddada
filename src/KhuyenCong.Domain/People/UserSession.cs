namespace KhuyenCong.Domain.People;

/// <summary>A sign-in on one browser, until it is ended or runs out.</summary>
public class UserSession
{
    /// <summary>Longest life, however busy: ten hours, a working day with its breaks.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(10);

    /// <summary>Longest pause between two requests.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    public int Id { get; init; }

    public required int UserId { get; init; }

    /// <summary>The digest of the secret that the cookie carries; whoever reads the table cannot use it.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Knows the browser again at its next sign-in; null where it refused the cookie.</summary>
    public string? DeviceId { get; init; }

    /// <summary>What the browser calls itself, shortened: "Chrome trên Windows".</summary>
    public string? Device { get; init; }

    /// <summary>The network address it came from.</summary>
    public string? Address { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC; kept to the minute, and outside the trail.</summary>
    public required DateTime LastSeenAt { get; init; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    public SessionEnd? EndedBecause { get; private set; }

    /// <summary>Whether it may still be used at a moment.</summary>
    public bool IsOpenAt(DateTime moment) => EndedAt is null && moment - StartedAt < LongestLife && moment - LastSeenAt < LongestPause;

    public void End(SessionEnd because, DateTime at) => (EndedBecause, EndedAt) = (because, at);
}
