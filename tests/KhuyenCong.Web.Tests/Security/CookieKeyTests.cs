using KhuyenCong.Services.Auditing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class CookieKeyTests
{
    [Fact]
    public async Task A_key_of_cookies_is_stored_encrypted_and_stands_in_the_trail_without_its_content()
    {
        using var portal = await WithAKeyAsync();
        await using var db = portal.Db();
        var key = await db.DataProtectionKeys.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Contains("sealedKey", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);
        var entry = await db.AuditEntries.AsNoTracking().SingleAsync(e => e.Entity == "DataProtectionKey", TestContext.Current.CancellationToken);
        Assert.Equal("Khóa bảo vệ cookie", entry.ActorName);
        Assert.DoesNotContain("sealedKey", entry.Changes, StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync(portal));
    }

    [Theory]
    [InlineData("UPDATE DataProtectionKeys SET Xml = replace(Xml, 'creationDate', 'creationDates')", AuditFaultKind.RowChanged)]
    [InlineData("INSERT INTO DataProtectionKeys (FriendlyName, Xml) SELECT 'key-of-a-stranger', Xml FROM DataProtectionKeys", AuditFaultKind.RowExtra)]
    [InlineData("DELETE FROM DataProtectionKeys", AuditFaultKind.RowMissing)]
    public async Task A_key_of_cookies_that_somebody_puts_there_by_hand_is_found(string sql, AuditFaultKind expected)
    {
        using var portal = await WithAKeyAsync();
        await using var db = portal.Db();
        await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
        var fault = Assert.Single(await FaultsAsync(portal));
        Assert.Equal((expected, "DataProtectionKey"), (fault.Kind, fault.Entity));
    }

    private static async Task<PortalFactory> WithAKeyAsync()
    {
        var portal = await PortalFactory.StartAsync();
        portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("kiem-thu").Protect([1]);
        return portal;
    }

    private static async Task<IReadOnlyList<AuditFault>> FaultsAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifyService>().VerifyAsync(null, TestContext.Current.CancellationToken);
        return report.Faults;
    }
}
