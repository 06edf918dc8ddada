using System.Security.Cryptography;
using System.Xml.Linq;
using KhuyenCong.Data.Auditing;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KhuyenCong.Web.Security.Keys;

/// <summary>Reads what <see cref="KeyRingEncryptor"/> closed; found by its name in the stored key.</summary>
public sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">The stored key was changed, or closed with another key.</exception>
    public XElement Decrypt(XElement encryptedElement) =>
        services.GetRequiredService<SecretBox>().Open(encryptedElement.Value, KeyRingEncryptor.Purpose, KeyRingEncryptor.Owner) is { } opened
            ? XElement.Parse(opened)
            : throw new CryptographicException("A key of cookies was closed with another audit key, or changed.");
}
