using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Web.Security.Sessions;

/// <summary>The secret of a session: the cookie carries it, the database its digest.</summary>
internal static class SessionToken
{
    /// <summary>The claim that holds it, inside the protected cookie.</summary>
    public const string Claim = "session";

    /// <summary>256 random bits.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The digest of the session that a principal comes from; null for one that has none.</summary>
    public static string? SessionHash(this ClaimsPrincipal principal) => principal.FindFirstValue(Claim) is { Length: > 0 } token ? HashOf(token) : null;
}
