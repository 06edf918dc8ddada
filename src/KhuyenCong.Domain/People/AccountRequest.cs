namespace KhuyenCong.Domain.People;

/// <summary>
/// What an administrator asks for and a second administrator or the leader must confirm, because it would open a way to
/// business: roles with business permissions, or a way into an account that holds them.
/// </summary>
public class AccountRequest : IAppendOnly
{
    /// <summary>A request that nobody answered runs out after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const char Then = ';';

    public int Id { get; init; }

    public required AccountRequestKind Kind { get; init; }

    /// <summary>The account concerned.</summary>
    public required int UserId { get; init; }

    /// <summary>
    /// The names of the roles it would have, joined by "," (none where the request is not about roles), then ";" and the
    /// mark of the account as it stood: a request for an account that changed since is not confirmed.
    /// </summary>
    public string? Roles { get; init; }

    public required string Reason { get; init; }

    public required int RequestedById { get; init; }

    public required string RequestedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>Null while it waits.</summary>
    public AccountVerdict? Verdict { get; init; }

    /// <summary>UTC: from then on it can be confirmed no more.</summary>
    public DateTime RunsOutAt() => RequestedAt + Longest;

    /// <summary>What is kept in <see cref="Roles"/>.</summary>
    public static string Terms(IEnumerable<Role> roles, string mark) => string.Join(',', roles.Distinct().Order()) + Then + mark;

    /// <summary>The roles that are asked for.</summary>
    public IReadOnlyList<Role> AskedRoles() =>
        [.. (Roles ?? string.Empty).Split(Then)[0].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    /// <summary>Whether the account is still as it was when the request was made.</summary>
    public bool IsAbout(string mark) => (Roles ?? string.Empty).Split(Then).ElementAtOrDefault(1) == mark;
}
