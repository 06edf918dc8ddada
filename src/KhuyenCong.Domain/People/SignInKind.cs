namespace KhuyenCong.Domain.People;

/// <summary>What happened at the door.</summary>
public enum SignInKind
{
    SignedIn,
    WrongPassword,
    LockedOut,
    SignedOut,
}
