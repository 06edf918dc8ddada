namespace KhuyenCong.Domain.People;

/// <summary>Why a session ended before it ran out.</summary>
public enum SessionEnd
{
    SignedOut,

    /// <summary>The person ended it from another session.</summary>
    EndedByOwner,

    /// <summary>The same browser signed in again.</summary>
    Replaced,

    /// <summary>Password, factors, roles or the lock changed.</summary>
    AccountChanged,
}
