using System.Net;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Operations.Status;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

public sealed class SystemStatusPageTests
{
    private const string Path = "/quan-tri/tinh-trang";

    [Fact]
    public async Task What_never_happened_is_told_as_such_with_what_to_do()
    {
        using var portal = await PortalFactory.StartAsync();
        var text = await TextAsync(await portal.SignInAsync(Role.Administrator));
        Assert.Contains("Chưa thấy bản sao lưu nào", text, StringComparison.Ordinal);
        Assert.Contains("Chạy lệnh backup", text, StringComparison.Ordinal);
        Assert.Contains("Chưa kiểm tra lần nào", text, StringComparison.Ordinal);
        Assert.Contains("Đúng phiên bản", text, StringComparison.Ordinal);
        Assert.Contains("Ghi được", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verification_a_backup_a_failed_service_and_an_alarm_are_shown()
    {
        using var portal = await PortalFactory.StartAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        using (await leader.PostAsync("/quan-tri/toan-ven")) { }
        await portal.Services.GetRequiredService<BackupRecords>().WriteAsync(
            new BackupRecord(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-4), "/sao-luu/a", 5_000_000, TimeSpan.FromSeconds(2), false, null), TestContext.Current.CancellationToken);
        portal.Services.GetRequiredService<BackgroundWork>().Report("Thu-nghiem", ok: false, TimeProvider.System.GetUtcNow().UtcDateTime, "IOException");
        await using (var db = portal.Db())
        {
            db.Add(new IntegrityAlarm { Kind = IntegrityAlarmKind.RowChanged, Entity = "Project", EntityKey = "1", During = "Kiểm thử", DetectedAt = portal.Clock.GetUtcNow().UtcDateTime });
            await db.SaveAsync(Actor.System("Kiểm thử"), null, TestContext.Current.CancellationToken);
        }

        var text = await TextAsync(await portal.SignInAsync(Role.Administrator));
        Assert.Matches(@"Kiểm tra toàn vẹn gần nhất\s+Khớp", text);
        Assert.Matches(@"Sao lưu gần nhất\s+Quá cũ", text);
        Assert.Contains("chưa khôi phục thử", text, StringComparison.Ordinal);
        Assert.Matches(@"Thu-nghiem\s+Lần cuối lỗi", text);
        Assert.Matches(@"Cảnh báo toàn vẹn\s+1 cảnh báo", text);
    }

    [Fact]
    public async Task An_alarm_is_told_in_the_log_as_it_is_written()
    {
        using var log = new LogFolder();
        using var portal = await PortalFactory.StartAsync();
        log.Of(portal);
        await using (var db = portal.Db())
        {
            db.Add(new IntegrityAlarm { Kind = IntegrityAlarmKind.RowMissing, Entity = "Plan", EntityKey = "17", During = "Người Riêng", DetectedAt = portal.Clock.GetUtcNow().UtcDateTime });
            await db.SaveAsync(Actor.System("Kiểm thử"), null, TestContext.Current.CancellationToken);
        }

        Assert.Contains("\"RowMissing\" account \"-\" from \"-\" at \"Plan 17\"", Assert.Single(log.Lines("Security IntegrityAlarm")), StringComparison.Ordinal);
        Assert.DoesNotContain("Riêng", log.Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_sign_ins_are_counted_by_hour_for_accounts_and_for_addresses_without_one()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        for (var i = 0; i < 2; i++)
        {
            using var known = await portal.Browser().TryToSignInAsync(email, "sai mat khau roi");
        }

        for (var i = 0; i < 3; i++)
        {
            using var unknown = await portal.Browser().TryToSignInAsync("khong-co@kiemthu.vn", "sai mat khau roi");
        }

        var browser = await portal.SignInAsync(Role.Administrator);
        var row = string.Empty;
        // Failed tries are written beside the answer.
        for (var i = 0; i < 100 && !row.Contains('2', StringComparison.Ordinal); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            var page = await browser.OpenAsync(Path);
            row = string.Join('|', page.QuerySelectorAll("[aria-labelledby=dang-nhap-hong] tbody td").Select(c => c.TextContent.Trim()));
        }

        Assert.Equal("2|3", row);
    }

    [Fact]
    public async Task The_slowest_pages_are_named_by_pattern_and_nothing_of_their_content_is_shown()
    {
        using var portal = await PortalFactory.StartAsync();
        await using (var db = portal.Db()) await SomeProject.Supported(150).InAsync(db);
        var division = await portal.SignInAsync(Role.Division);
        await division.OpenAsync("/de-an?q=BI-MAT-8801");
        using (await division.GetAsync("/de-an/987654")) { }
        var text = await TextAsync(await portal.SignInAsync(Role.Administrator));
        Assert.Contains("/de-an/{id:int}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BI-MAT", text, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_told()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Administrator);
        var root = portal.Services.GetRequiredService<PortalSettings>().StorageRoot;
        Directory.Delete(root, recursive: true);
        await File.WriteAllTextAsync(root, string.Empty, TestContext.Current.CancellationToken);
        try
        {
            var text = await TextAsync(browser);
            Assert.Matches(@"Kho tệp\s+Không ghi được", text);
            Assert.Matches(@"Sẵn sàng phục vụ\s+Không sẵn sàng\s+kho tệp không ghi được", text);
        }
        finally
        {
            File.Delete(root);
        }
    }

    [Fact]
    public async Task The_page_takes_at_most_12_SQL_commands()
    {
        using var portal = await PortalFactory.StartAsync();
        using var listener = new MetricListener();
        var browser = await portal.SignInAsync(Role.Administrator);
        await browser.OpenAsync(Path);
        Assert.InRange(listener.Of("khuyencong.page.sql_commands", "http.route", Path).Max(), 4, 12);
    }

    [Fact]
    public async Task Every_background_service_is_watched_and_has_a_name_in_Vietnamese()
    {
        using var portal = await PortalFactory.StartAsync();
        var services = portal.Services.GetServices<IHostedService>().OfType<BackgroundService>().Select(s => s.GetType()).Where(t => t.Namespace!.StartsWith("KhuyenCong", StringComparison.Ordinal)).Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(services);
        var work = portal.Services.GetRequiredService<BackgroundWork>();
        // A service begins beside the portal.
        for (var i = 0; i < 100 && work.Snapshot().Count < services.Count; i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(services, work.Snapshot().Select(s => s.Name));
        Assert.All(services, name => Assert.NotEqual(name, BackgroundNames.Of(name)));
    }

    private static async Task<string> TextAsync(Browser browser)
    {
        var page = await browser.OpenAsync(Path, HttpStatusCode.OK);
        return string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
