using System.Xml.Linq;
using KhuyenCong.Data.Auditing;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KhuyenCong.Web.Security;

/// <summary>Decrypts a stored cookie key; made by name from what the key's row says, hence public, with the services it needs.</summary>
public sealed class CookieKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(new SealedBox(services.GetRequiredService<AuditSeal>(), CookieKeySetup.Purpose).Open(encryptedElement.Value));
}
