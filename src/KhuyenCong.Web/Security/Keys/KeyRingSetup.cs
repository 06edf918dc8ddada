using System.Security.Cryptography.X509Certificates;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace KhuyenCong.Web.Security.Keys;

/// <summary>The keys that protect cookies: in their table, encrypted, renewed every 90 days, each of them a row of the trail.</summary>
internal static class KeyRingSetup
{
    public static void AddPortalKeyRing(this WebApplicationBuilder builder)
    {
        var ring = builder.Services.AddDataProtection().PersistKeysToDbContext<AppDbContext>().SetApplicationName("KhuyenCong")
            .SetDefaultKeyLifetime(TimeSpan.FromDays(90))
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        if (builder.Configuration["DataProtection:Certificate"] is { Length: > 0 } file)
        {
            ring.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, builder.Configuration["DataProtection:CertificatePassword"]));
            return;
        }

        builder.Services.AddOptions<KeyManagementOptions>().Configure<SecretBox>((options, box) => options.XmlEncryptor = new KeyRingEncryptor(box));
    }
}
