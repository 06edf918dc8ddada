namespace KhuyenCong.Domain.People;

/// <summary>What a one-time link is for.</summary>
public enum OneTimeLinkPurpose
{
    /// <summary>The first password of a new account.</summary>
    FirstPassword,

    /// <summary>A new password for an account whose holder has lost the old one.</summary>
    NewPassword,
}
