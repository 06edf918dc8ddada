using System.Security.Claims;

namespace KhuyenCong.Web.Security.Passwords;

/// <summary>What the protected cookie tells of the password.</summary>
internal static class PasswordClaims
{
    /// <summary>Somebody else gave the password: nothing may be done before it is changed.</summary>
    public static bool MustChangePassword(this ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == PasswordGate.MustChange);
}
