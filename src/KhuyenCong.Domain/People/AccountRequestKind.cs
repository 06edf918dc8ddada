namespace KhuyenCong.Domain.People;

/// <summary>What an administrator cannot do alone.</summary>
public enum AccountRequestKind
{
    /// <summary>Give roles with business permissions, to a new account or to an old one.</summary>
    GiveRoles,

    /// <summary>Hand over a link by which a new password is set.</summary>
    NewPassword,

    /// <summary>Take away the second factors, so that new ones are set up.</summary>
    NewFactors,

    /// <summary>Take a lock back.</summary>
    Unlock,
}
