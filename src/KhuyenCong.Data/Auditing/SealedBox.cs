using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// Encrypts what the database must hold but whoever reads it must not know (AES-256-GCM), by a key derived from the
/// audit key for one purpose. It survives the rotation of the keys of cookies, and is lost with the audit key.
/// </summary>
/// <param name="seal">Holds the audit key.</param>
/// <param name="purpose">What it is for: boxes of two purposes cannot open each other's.</param>
public sealed class SealedBox(AuditSeal seal, string purpose)
{
    private const byte Version = 1;
    private static readonly int NonceLength = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagLength = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _key = seal.Derive(purpose);

    /// <summary>The text encrypted, base64; never twice the same.</summary>
    /// <param name="text">The secret.</param>
    /// <param name="bound">What the box belongs to, such as an account: moved elsewhere it does not open.</param>
    public string Close(string text, string bound = "")
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[1 + NonceLength + TagLength + plain.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Encrypt(nonce, plain, box.AsSpan(1 + NonceLength + TagLength), box.AsSpan(1 + NonceLength, TagLength), Encoding.UTF8.GetBytes(bound));
        return Convert.ToBase64String(box);
    }

    /// <summary>The text again.</summary>
    /// <exception cref="CryptographicException">Another key, another owner, or not what was closed.</exception>
    public string Open(string closed, string bound = "")
    {
        var box = new byte[closed.Length];
        if (!Convert.TryFromBase64String(closed, box, out var length) || length < 1 + NonceLength + TagLength || box[0] != Version)
        {
            throw new CryptographicException("Not a sealed box.");
        }

        var plain = new byte[length - 1 - NonceLength - TagLength];
        using var cipher = new AesGcm(_key, TagLength);
        cipher.Decrypt(
            box.AsSpan(1, NonceLength), box.AsSpan(1 + NonceLength + TagLength, plain.Length), box.AsSpan(1 + NonceLength, TagLength), plain, Encoding.UTF8.GetBytes(bound));
        return Encoding.UTF8.GetString(plain);
    }
}
