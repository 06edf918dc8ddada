using System.Xml.Linq;
using KhuyenCong.Data.Auditing;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KhuyenCong.Web.Security.Keys;

/// <summary>Encrypts the keys of cookies before they are stored, with a key derived from the one outside the database.</summary>
internal sealed class KeyRingEncryptor(SecretBox box) : IXmlEncryptor
{
    public const string Purpose = "data-protection-keys";
    public const string Owner = "key-ring";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("closed", box.Close(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose, Owner)), typeof(KeyRingDecryptor));
}
