namespace KhuyenCong.Services.People;

/// <summary>Whether an account can be used, as its managers see it.</summary>
public enum AccountState
{
    InUse,

    /// <summary>Made, and its first roles wait for a second person.</summary>
    Waiting,

    /// <summary>Its holder has not set a password yet.</summary>
    NoPassword,

    Locked,
}
