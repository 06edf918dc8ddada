using System.Net;
using System.Text;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Auditing;

public sealed class AuditPageTests
{
    [Fact]
    public async Task The_trail_shows_who_when_what_and_before_and_after_within_twelve_commands()
    {
        using var portal = await PortalFactory.StartAsync();
        var projectId = await ProjectAsync(portal);
        var browser = await portal.SignInAsync(Role.Leader);
        using var sql = new SqlCount(portal.ConnectionString);
        var page = await browser.OpenAsync($"/quan-tri/nhat-ky?doi-tuong=Project&khoa={projectId}");
        Assert.InRange(sql.Commands, 1, 12);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Đề án KC-2024-D1-01", text, StringComparison.Ordinal);
        Assert.Contains("Kinh phí hỗ trợ đang có hiệu lực: 150.000.000\u00A0đ", text, StringComparison.Ordinal);
        Assert.Contains("Giá trị hợp đồng: (trống) → 120.000.000\u00A0đ", text, StringComparison.Ordinal);
        Assert.Contains("Hợp đồng", text, StringComparison.Ordinal);
        Assert.Equal("Project", page.QuerySelector("#doi-tuong option[selected]")!.GetAttribute("value"));
        Assert.Equal("page", page.QuerySelector("nav.main-menu a[href='/quan-tri/nhat-ky']")!.GetAttribute("aria-current"));
    }

    [Theory]
    [InlineData("/quan-tri/nhat-ky?tu=9/9/x", "tu")]
    [InlineData("/quan-tri/nhat-ky?den=31/02/2024", "den")]
    [InlineData("/de-an?ngay=31/02/2024", "ngay")]
    [InlineData("/ke-hoach?ngay=x", "ngay")]
    public async Task A_day_that_is_none_is_told_at_its_field_and_nothing_is_said_not_to_be_there(string path, string field)
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AppraisedAsync();
        var page = await (await portal.SignInAsync(Role.Leader)).OpenAsync(path, HttpStatusCode.BadRequest);
        var input = page.QuerySelector("main #" + field)!;
        Assert.Equal(("true", field + "_loi"), (input.GetAttribute("aria-invalid"), input.GetAttribute("aria-describedby")));
        Assert.Contains("ngày/tháng/năm", page.QuerySelector($"#{field}_loi")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#" + field, page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        if (field != "ngay") Assert.Null(page.QuerySelector(".empty-cell"));
    }

    [Fact]
    public async Task The_pages_lead_on_and_back()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Administrator);
        var first = await browser.OpenAsync("/quan-tri/nhat-ky?doi-tuong=AdministrativeUnit");
        var older = first.QuerySelector("nav.pager a[rel=next]")!.GetAttribute("href")!;
        Assert.Contains("doi-tuong=AdministrativeUnit", older, StringComparison.Ordinal);
        var second = await browser.OpenAsync(older);
        Assert.NotEqual(first.QuerySelector("tbody td.num")!.TextContent, second.QuerySelector("tbody td.num")!.TextContent);
        Assert.Contains(second.QuerySelectorAll("nav.pager a"), a => a.TextContent == "Mới nhất");
    }

    [Fact]
    public async Task The_export_is_a_file_of_what_is_filtered()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Leader);
        using var answer = await browser.GetAsync("/quan-tri/nhat-ky?doi-tuong=Organisation&dinh-dang=csv");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nhat-ky-2024-11-15.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("Cơ quan, đơn vị", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Đơn vị hành chính", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Project", true)]
    [InlineData("AppUser", false)]
    public async Task An_alarm_sends_an_administrator_to_the_trail_only_where_he_may_read_it(string entity, bool isHidden)
    {
        using var portal = await PortalFactory.StartAsync();
        await using (var db = portal.Db())
        {
            db.IntegrityAlarms.Add(new IntegrityAlarm { Kind = IntegrityAlarmKind.RowChanged, Entity = entity, EntityKey = "99", DetectedAt = new DateTime(2024, 11, 1, 2, 0, 0, DateTimeKind.Utc), During = "Kiểm thử" });
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }

        var at = $"/quan-tri/nhat-ky?doi-tuong={entity}&khoa=99";
        var administrator = await portal.SignInAsync(Role.Administrator);
        var alarm = (await administrator.OpenAsync("/quan-tri/toan-ven")).QuerySelector("#bao-dong ~ ul li")!;
        Assert.Equal(isHidden, alarm.QuerySelector("a") is null);
        Assert.Equal(isHidden, alarm.TextContent.Contains("do lãnh đạo Sở và trưởng phòng xem", StringComparison.Ordinal));
        Assert.Equal(isHidden, (await administrator.OpenAsync(at)).QuerySelector("td.empty-cell")!.TextContent.Contains("Nhờ lãnh đạo Sở hoặc trưởng phòng", StringComparison.Ordinal));
        var leader = await portal.SignInAsync(Role.Leader);
        Assert.NotNull((await leader.OpenAsync("/quan-tri/toan-ven")).QuerySelector($"#bao-dong ~ ul li a[href='{at}']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&dinh-dang=csv")]
    public async Task A_day_that_is_none_is_told_at_its_field(string more)
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Leader);
        var page = await browser.OpenAsync("/quan-tri/nhat-ky?tu=hom-qua" + more, HttpStatusCode.BadRequest);
        Assert.Equal("true", page.QuerySelector("#tu")!.GetAttribute("aria-invalid"));
        Assert.Equal("hom-qua", page.QuerySelector("#tu")!.GetAttribute("value"));
        Assert.Contains("Nhập ngày theo dạng", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelectorAll("#nguoi option").Length > 2);
        page.IsMarkedAt("tu");
        Assert.Null(page.QuerySelector("main table"));
    }

    [Fact]
    public async Task The_button_verifies_and_the_page_shows_the_head_and_the_exported_heads()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Administrator);
        await WaitAsync(() => Task.FromResult(Directory.Exists(HeadFolder(portal)) && Directory.GetFiles(HeadFolder(portal), "*.txt").Length == 1));
        using var answer = await browser.PostAsync("/quan-tri/toan-ven");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var main = (await Browser.ReadAsync(answer)).QuerySelector("main")!;
        Assert.Contains("Không thấy sai lệch nào", main.TextContent, StringComparison.Ordinal);
        await using var db = portal.Db();
        var head = await db.AuditHeads.SingleAsync();
        Assert.Contains($"{head.LastNumber}:{head.LastHash}", main.TextContent, StringComparison.Ordinal);
        Assert.Contains("15/11/2024", main.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Khớp", main.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_falsified_is_named_in_a_sentence()
    {
        using var portal = await PortalFactory.StartAsync();
        var projectId = await ProjectAsync(portal);
        var browser = await portal.SignInAsync(Role.DivisionHead);
        await using (var db = portal.Db()) await db.Database.ExecuteSqlAsync($"UPDATE Projects SET Support = 160000000 WHERE Id = {projectId}");
        using var answer = await browser.PostAsync("/quan-tri/toan-ven");
        var main = (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
        Assert.Contains("2 sai lệch", main, StringComparison.Ordinal);
        Assert.Contains($"Đề án [Project {projectId}] đã bị sửa ngoài cổng", main, StringComparison.Ordinal);
        Assert.Contains("đang là 160.000.000\u00A0đồng, cộng lại từ các dòng chi tiết là 150.000.000\u00A0đồng", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_project_a_plan_and_an_account_lead_to_their_history_for_those_who_may_read_it()
    {
        using var portal = await PortalFactory.StartAsync();
        var projectId = await ProjectAsync(portal);
        var leader = await portal.SignInAsync(Role.Leader);
        var link = (await leader.OpenAsync($"/de-an/{projectId}?phan=lich-su")).QuerySelector("main a[href^='/quan-tri/nhat-ky']")!.GetAttribute("href")!;
        Assert.Contains("Đề án KC-2024-D1-01", (await leader.OpenAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await leader.OpenAsync("/ke-hoach/1?phan=lich-su")).QuerySelector("main a[href='/quan-tri/nhat-ky?doi-tuong=Plan&khoa=1']"));
        var manager = await portal.SignInAsync(Role.Manager);
        Assert.Null((await manager.OpenAsync($"/de-an/{projectId}?phan=lich-su")).QuerySelector("a[href^='/quan-tri/nhat-ky']"));
    }

    [Fact]
    public async Task A_head_is_exported_at_the_start_and_within_an_hour_of_any_change()
    {
        using var portal = await PortalFactory.StartAsync();
        using (portal.Services.CreateScope()) await WaitAsync(() => Task.FromResult(Exported() == 1));
        await portal.AccountAsync(Role.Officer);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await WaitAsync(() => Task.FromResult(Exported() == 2));

        int Exported() => Directory.Exists(HeadFolder(portal)) ? Directory.GetFiles(HeadFolder(portal), "2024-11-15T*.txt").Length : 0;
    }

    [Fact]
    public async Task Coming_leaving_and_failed_tries_are_kept_and_those_on_unknown_addresses_are_not()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Officer);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (await browser.PostAsync("/dang-xuat")) { }
        using (await browser.TryToSignInAsync("khong-co@kiemthu.vn", "sai mat khau roi")) { }
        for (var i = 0; i < 7; i++) using (await browser.TryToSignInAsync(email, "sai mat khau roi")) { }

        SignInKind[] expected =
        [
            SignInKind.SignedIn, SignInKind.SignedOut, .. Enumerable.Repeat(SignInKind.WrongPassword, 5), SignInKind.LockedOut,
        ];
        await WaitAsync(async () =>
        {
            await using var db = portal.Db();
            return await db.SignInEvents.CountAsync() >= expected.Length;
        });
        await using var db = portal.Db();
        var kept = await db.SignInEvents.OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(expected, kept.Select(e => e.Kind));
        Assert.All(kept, e => Assert.Equal(id, e.UserId));
        var told = await db.AuditEntries.Where(e => e.Entity == "SignInEvent").OrderBy(e => e.Number).Select(e => e.ActorId).ToListAsync();
        Assert.Equal([id, id, .. Enumerable.Repeat((int?)null, 6)], told);
    }

    [Fact]
    public async Task An_account_locked_by_an_administrator_that_is_tried_with_its_password_is_kept()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Officer);
        await using (var db = portal.Db())
        {
            (await db.Users.SingleAsync(u => u.Id == id)).IsLocked = true;
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }

        using (await portal.Browser().TryToSignInAsync(email, PortalFactory.Password)) { }
        await WaitAsync(async () =>
        {
            await using var db = portal.Db();
            return await db.SignInEvents.AnyAsync(e => e.UserId == id && e.Kind == SignInKind.LockedOut);
        });
    }

    private static async Task<int> ProjectAsync(PortalFactory portal)
    {
        await using var db = portal.Db();
        return await SomeProject.Supported(150).UnderContract(120).InAsync(db);
    }

    private static string HeadFolder(PortalFactory portal) => portal.Services.GetRequiredService<KhuyenCong.Web.Operations.PortalSettings>().HeadFolder;

    // What happens beside the answer is there a moment later.
    private static async Task WaitAsync(Func<Task<bool>> done)
    {
        for (var i = 0; i < 200 && !await done(); i++) await Task.Delay(50);
        Assert.True(await done());
    }
}
