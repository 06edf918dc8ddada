using System.Xml.Linq;
using KhuyenCong.Data.Auditing;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KhuyenCong.Web.Security;

/// <summary>Encrypts a cookie key before it is stored.</summary>
internal sealed class CookieKeyEncryptor(SealedBox box) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealedKey", box.Close(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(CookieKeyDecryptor));
}
