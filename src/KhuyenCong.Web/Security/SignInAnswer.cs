namespace KhuyenCong.Web.Security;

public enum SignInAnswer
{
    Done,

    /// <summary>Address or password wrong; which one is not said.</summary>
    Wrong,

    /// <summary>Too many failed tries, or locked by an administrator.</summary>
    LockedOut,
}
