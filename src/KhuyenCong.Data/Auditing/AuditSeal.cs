using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Data.Auditing;

/// <summary>Seals audit entries with a key kept outside the database.</summary>
/// <param name="key">At least 32 bytes.</param>
public sealed class AuditSeal(byte[] key)
{
    /// <summary>Hash that stands before the first entry.</summary>
    public static readonly string Origin = new('0', 64);

    /// <summary>How the digest of a secret begins.</summary>
    public const string DigestMark = "hmac:";

    private readonly byte[] _key = key.Length >= 32 ? key : throw new ArgumentException("The audit key needs at least 32 bytes.", nameof(key));

    private byte[]? _secrets;

    /// <summary>SHA-256 of a canonical text, lower-case hexadecimal.</summary>
    public static string HashOf(string canonical) => HashOf(Encoding.UTF8.GetBytes(canonical));

    /// <summary>SHA-256 of a canonical text in UTF-8, lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> canonical)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonical, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>A key of its own for another purpose, which tells nothing of this one (HKDF).</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, 32, info: Encoding.UTF8.GetBytes("khuyencong/" + purpose));

    /// <summary>HMAC-SHA-256 of an entry's canonical text in UTF-8, which contains the previous hash.</summary>
    public string Seal(ReadOnlySpan<byte> canonical)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, canonical, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>
    /// What the trail holds of a secret: an HMAC-SHA-256 by a key of its own over the value and its place. Whether the value
    /// is still the same can be told with the key; the value cannot.
    /// </summary>
    public string DigestOf(string entity, string key, string property, string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secrets ??= Derive("audit-secrets"), Encoding.UTF8.GetBytes($"{entity}\n{key}\n{property}\n{value}"), hash);
        return DigestMark + Convert.ToHexStringLower(hash);
    }
}
