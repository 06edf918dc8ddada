using System.Security.Cryptography;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>The keys of cookies: encrypted, renewed, and rows of the trail.</summary>
public sealed class KeyRingTests
{
    [Fact]
    public async Task A_stored_key_is_encrypted_and_stands_in_the_trail()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.SignInAsync(Role.Manager);
        await using var db = portal.Db();
        var key = await db.DataProtectionKeys.SingleAsync();
        Assert.Contains("KeyRingDecryptor", key.Xml!, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml!, StringComparison.Ordinal);
        var entry = await db.AuditEntries.SingleAsync(e => e.Entity == "DataProtectionKey");
        Assert.Equal("Khóa bảo vệ cookie", entry.ActorName);
    }

    [Fact]
    public async Task A_key_planted_or_changed_by_SQL_is_named_by_the_verification()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.SignInAsync(Role.Manager);
        await using (var db = portal.Db())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO DataProtectionKeys (FriendlyName, Xml) VALUES ('key-x', '<key/>')");
            await db.Database.ExecuteSqlAsync($"UPDATE DataProtectionKeys SET Xml = Xml || ' ' WHERE FriendlyName <> 'key-x'");
        }

        await using var scope = portal.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifyService>().VerifyAsync(null, CancellationToken.None);
        Assert.Equal(2, report.Faults.Count(f => f.ToString().Contains("DataProtectionKey", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_node_with_the_same_audit_key_reads_the_cookie_and_one_with_another_key_does_not()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Manager);
        using var second = portal.SecondNode();
        await second.Browser(cookies: browser.CopyOfCookies()).OpenAsync("/doi-mat-khau");

        using var thief = portal.SecondNode();
        thief.Settings["Audit:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        using var answer = await thief.Browser(cookies: browser.CopyOfCookies()).GetAsync("/doi-mat-khau");
        Assert.Equal("/dang-nhap", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Keys_are_renewed_after_ninety_days()
    {
        using var portal = await PortalFactory.StartAsync();
        var keys = portal.Services.GetRequiredService<IKeyManager>().GetAllKeys();
        var lifetime = keys.Single().ExpirationDate - keys.Single().ActivationDate;
        Assert.InRange(lifetime.TotalDays, 89, 93);
        Assert.NotNull(portal.Services.GetRequiredService<IDataProtectionProvider>());
    }
}
