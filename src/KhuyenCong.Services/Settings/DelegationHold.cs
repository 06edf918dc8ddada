namespace KhuyenCong.Services.Settings;

/// <summary>What keeps a delegation that was not revoked from lending anything.</summary>
public enum DelegationHold
{
    /// <summary>The account of who lends is locked.</summary>
    LenderLocked,

    /// <summary>The account of who acts is locked.</summary>
    DelegateLocked,

    /// <summary>Who lends does not hold the permission by a role any more.</summary>
    LenderHoldsNoMore,
}
