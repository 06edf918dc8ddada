namespace KhuyenCong.Domain.People;

/// <summary>What happened to a person's account.</summary>
public enum NoticeKind
{
    /// <summary>Somebody signed in from a browser not seen before.</summary>
    NewDevice,

    PasswordChanged,

    /// <summary>An authenticator or a passkey was set up.</summary>
    FactorAdded,

    /// <summary>An authenticator or a passkey was taken away.</summary>
    FactorRemoved,

    /// <summary>A recovery code was used up.</summary>
    RecoveryCodeUsed,

    RolesChanged,

    /// <summary>Wrong passwords in a row were typed for the account.</summary>
    ManyWrongPasswords,

    /// <summary>A link for a new password was made.</summary>
    LinkMade,

    /// <summary>An account at the identity provider opens this one from now on.</summary>
    ProviderLinked,

    /// <summary>It does no more.</summary>
    ProviderUnlinked,

    /// <summary>An administrator recorded that authority is lent; told to who lends and who acts.</summary>
    AuthorityLent,

    /// <summary>It was revoked.</summary>
    LendingRevoked,

    /// <summary>New recovery codes took the place of those before.</summary>
    RecoveryCodesMade,
}
