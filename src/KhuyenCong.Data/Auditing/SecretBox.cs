using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// Encrypts what must be read again (AES-256-GCM) and digests what must only be known again, with keys derived from the key
/// that lies outside the database: whoever reads or copies the database alone learns nothing and can plant nothing.
/// </summary>
/// <param name="seal">Holds that key.</param>
public sealed class SecretBox(AuditSeal seal)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Encrypts a text for one purpose and one owner; elsewhere it cannot be opened.</summary>
    public string Close(string text, string purpose, string owner)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(seal.Derive(purpose), TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(owner));
        return Convert.ToBase64String(box);
    }

    /// <summary>The text; null where the box was changed, moved from its owner, or closed with another key.</summary>
    public string? Open(string box, string purpose, string owner)
    {
        var bytes = new byte[box.Length];
        if (!Convert.TryFromBase64String(box, bytes, out var length) || length < NonceBytes + TagBytes) return null;
        var plain = new byte[length - NonceBytes - TagBytes];
        using var aes = new AesGcm(seal.Derive(purpose), TagBytes);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes, plain.Length), bytes.AsSpan(NonceBytes, TagBytes), plain, Encoding.UTF8.GetBytes(owner));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>The keyed digest of a text for one purpose and one owner, 64 hexadecimal digits.</summary>
    public string Digest(string text, string purpose, string owner) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(seal.Derive(purpose), Encoding.UTF8.GetBytes($"{owner}\n{text}")));
}
