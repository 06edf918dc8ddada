using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace KhuyenCong.Web.Security;

/// <summary>
/// The keys that protect cookies and forms: in the database, so that nodes share them; covered by the trail; encrypted by a
/// key derived from the audit key, so that whoever reads the database cannot forge a session; a new one every 90 days.
/// </summary>
internal static class CookieKeySetup
{
    public const string Purpose = "cookie-keys";

    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public static void AddPortalCookieKeys(this IServiceCollection services)
    {
        services.AddDataProtection().PersistKeysToDbContext<AppDbContext>().SetApplicationName("KhuyenCong").SetDefaultKeyLifetime(Life)
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<AuditSeal>((options, seal) => options.XmlEncryptor = new CookieKeyEncryptor(new SealedBox(seal, Purpose)));
    }
}
