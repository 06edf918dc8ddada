namespace KhuyenCong.Domain.People;

/// <summary>A link that is handed to a person and works once, for a while.</summary>
public class OneTimeLink
{
    /// <summary>How long a link for a first password works.</summary>
    public static readonly TimeSpan ForFirstPassword = TimeSpan.FromHours(72);

    /// <summary>How long a link for a new password works.</summary>
    public static readonly TimeSpan ForNewPassword = TimeSpan.FromHours(24);

    public int Id { get; init; }

    public required int UserId { get; init; }

    public required OneTimeLinkPurpose Purpose { get; init; }

    /// <summary>The digest of the secret in the link; the secret itself is shown once and kept nowhere.</summary>
    public required string TokenHash { get; init; }

    public required int MadeById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>UTC; null while it has not been used or made void.</summary>
    public DateTime? UsedAt { get; private set; }

    public bool WorksAt(DateTime moment) => UsedAt is null && moment < ExpiresAt;

    public void Use(DateTime at) => UsedAt = at;
}
