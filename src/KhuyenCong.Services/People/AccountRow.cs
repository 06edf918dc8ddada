using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>An account as the list and its page show it.</summary>
public sealed record AccountRow(int Id, string Email, string FullName, string? Position, bool IsLocked, IReadOnlyList<Role> Roles)
{
    public AccountState State => this switch
    {
        { IsLocked: true } => AccountState.Locked,
        { HasPassword: true } => AccountState.InUse,
        { IsAwaited: true } => AccountState.Waiting,
        _ => AccountState.NoPassword,
    };

    /// <summary>Whether roles are asked for that a second person can still confirm.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Whether its holder has set a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether it has a second factor.</summary>
    public bool HasFactor { get; init; }

    /// <summary>Whether an account at the identity provider opens it.</summary>
    public bool IsLinked { get; init; }

    /// <summary>The permissions that others lend to it today.</summary>
    public IReadOnlySet<string> Lent { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>UTC; null for one that never signed in.</summary>
    public DateTime? LastSignIn { get; init; }
}
