using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Domain.People;

/// <summary>Tells an account as it is now from the same account after a change of its password, factors, roles or lock.</summary>
public static class AccountMark
{
    /// <summary>Of the stamp that each such change renews; the stamp itself is not told.</summary>
    public static string Of(string? stamp) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp ?? string.Empty)))[..16];
}
