namespace KhuyenCong.Domain.People;

/// <summary>
/// What an administrator asks for and a second administrator or the leader must confirm, because it would open a way to
/// business: roles with business permissions, or a way into an account that holds them.
/// </summary>
public class AccountRequest : IAppendOnly
{
    public int Id { get; init; }

    public required AccountRequestKind Kind { get; init; }

    /// <summary>The account concerned.</summary>
    public required int UserId { get; init; }

    /// <summary>The names of the roles it would have, joined by ","; null where the request is not about roles.</summary>
    public string? Roles { get; init; }

    public required string Reason { get; init; }

    public required int RequestedById { get; init; }

    public required string RequestedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>Null while it waits.</summary>
    public AccountVerdict? Verdict { get; init; }
}
