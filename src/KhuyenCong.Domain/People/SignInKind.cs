namespace KhuyenCong.Domain.People;

/// <summary>What happened at the door.</summary>
public enum SignInKind
{
    SignedIn,
    WrongPassword,
    /// <summary>Turned away: locked by an administrator, or too many tries failed and further ones wait.</summary>
    LockedOut,
    SignedOut,
}
