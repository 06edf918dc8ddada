using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>Four eyes over accounts as people see them, and what administrators do not see.</summary>
public sealed class AccountRequestPageTests
{
    [Fact]
    public async Task A_request_waits_in_the_inbox_of_those_who_confirm_and_not_of_who_asked_or_is_concerned()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Leader);
        var asking = await portal.SignInAsync(Role.Administrator);
        var at = await FourEyes.AskAsync(asking, id, "mat-khau");
        var concerned = portal.Browser();
        await concerned.SignInAsync(email, PortalFactory.Password);
        foreach (var (browser, expected) in new[] { (await portal.SignInAsync(Role.Leader), true), (await portal.SignInAsync(Role.Administrator), true), (asking, false), (concerned, false) })
        {
            var page = await browser.OpenAsync("/");
            Assert.Equal(expected, page.QuerySelector($".inbox a[href='{at}']") is not null);
            Assert.Equal(expected, page.QuerySelector(".main-menu .badge-count") is not null);
        }
    }

    [Fact]
    public async Task Who_asked_and_who_is_concerned_are_told_why_they_cannot_confirm_and_sending_it_changes_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Leader);
        var asking = await portal.SignInAsync(Role.Administrator);
        var at = await FourEyes.AskAsync(asking, id, "mat-khau");
        var concerned = portal.Browser();
        await concerned.SignInAsync(email, PortalFactory.Password);
        foreach (var (browser, words) in new[] { (asking, "không tự xác nhận"), (concerned, "chính bạn") })
        {
            var page = await browser.OpenAsync(at);
            Assert.Contains(words, page.QuerySelector("main .why-not-reasons")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("true", page.QuerySelector("main .why-not button")!.GetAttribute("aria-disabled"));
            using var sent = await FourEyes.SendAsync(browser, at, "XacNhan");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        }

        await using var db = portal.Db();
        Assert.False(await db.AccountVerdicts.AnyAsync());
        Assert.False(await db.OneTimeLinks.AnyAsync());
    }

    [Fact]
    public async Task What_is_told_of_a_confirmation_and_of_a_request_taken_back_is_what_happened()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Officer);
        var asking = await portal.SignInAsync(Role.Administrator);
        var leader = await portal.SignInAsync(Role.Leader);
        var first = await FourEyes.AskAsync(asking, id, "mat-khau");
        using (await FourEyes.SendAsync(asking, first, "TuChoi", ("Note", "Nhầm người"))) Assert.Equal("Đã rút đề nghị.", await ToldAsync(asking, first));
        Assert.Contains("Lý do rút", (await asking.OpenAsync(first)).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var second = await FourEyes.AskAsync(asking, id, "mat-khau");
        using (await FourEyes.SendAsync(leader, second, "TuChoi", ("Note", "Chưa gặp người này"))) Assert.Equal("Đã từ chối đề nghị.", await ToldAsync(leader, second));
        var third = await FourEyes.AskAsync(asking, id, "mat-khau");
        using (await FourEyes.SendAsync(leader, third, "XacNhan")) Assert.Contains("mật khẩu cũ (nếu có) còn dùng được", await ToldAsync(leader, third), StringComparison.Ordinal);
        await portal.Browser().SignInAsync(email, PortalFactory.Password);
    }

    private static async Task<string> ToldAsync(Browser browser, string at) => (await browser.OpenAsync(at)).QuerySelector(".notice-fine")!.TextContent.Trim();

    [Fact]
    public async Task A_request_whose_account_moved_on_leaves_the_inbox_and_says_so_and_the_same_can_be_asked_anew()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Officer);
        var asking = await portal.SignInAsync(Role.Administrator);
        var at = await FourEyes.AskAsync(asking, id, "mat-khau");
        var leader = await portal.SignInAsync(Role.Leader);
        await using (var db = portal.Db())
        {
            (await db.Users.SingleAsync(u => u.Id == id)).SecurityStamp = "khác";
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }

        var home = await leader.OpenAsync("/");
        Assert.Null(home.QuerySelector($".inbox a[href='{at}']"));
        Assert.Null(home.QuerySelector(".main-menu .badge-count"));
        Assert.Contains("Không còn hiệu lực", (await leader.OpenAsync("/quan-tri/yeu-cau")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var sql = new SqlCount(portal.ConnectionString);
        var page = await leader.OpenAsync(at);
        Assert.InRange(sql.Commands, 1, 12);
        Assert.Contains("người quản trị gửi đề nghị mới", page.QuerySelector("main .why-not-reasons")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Xác nhận thì", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(at, await FourEyes.AskAsync(asking, id, "mat-khau"));
    }

    [Theory]
    [InlineData(new[] { "Administrator", "Leader" }, true)]
    [InlineData(new[] { "Leader" }, false)]
    public async Task Who_confirms_is_warned_of_an_account_that_would_keep_accounts_and_do_business(string[] roles, bool isWarned)
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Officer);
        var asking = await portal.SignInAsync(Role.Administrator);
        using var asked = await asking.PostAsync($"/quan-tri/tai-khoan/{id}", [.. roles.Select(r => ("Input.Roles", r)), ("Input.Reason", "Kiêm nhiệm")]);
        var page = await (await portal.SignInAsync(Role.Leader)).OpenAsync(asked.Headers.Location!.OriginalString);
        Assert.Equal(isWarned, page.QuerySelector("main")!.TextContent.Contains("vừa quản trị tài khoản vừa làm nghiệp vụ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_confirmation_sent_twice_is_refused_the_second_time_and_makes_one_code()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Officer);
        var at = await FourEyes.AskAsync(await portal.SignInAsync(Role.Administrator), id, "mat-khau");
        var second = await portal.SignInAsync(Role.Leader);
        Assert.NotNull(await FourEyes.ConfirmAsync(second, at));
        using (var again = await FourEyes.SendAsync(second, at, "XacNhan")) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        await using var db = portal.Db();
        Assert.Equal(1, await db.OneTimeLinks.CountAsync());
    }

    [Fact]
    public async Task A_request_is_taken_back_by_who_asked_and_turned_down_by_another_with_a_reason()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Officer);
        var asking = await portal.SignInAsync(Role.Administrator);
        foreach (var (browser, state) in new[] { (asking, "Đã rút"), (await portal.SignInAsync(Role.Leader), "Bị từ chối") })
        {
            var at = await FourEyes.AskAsync(asking, id, "mat-khau");
            using (var empty = await browser.PostAsync(at)) Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
            using (var done = await browser.PostAsync(at, ("Note", "Không đúng người"))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
            var page = await browser.OpenAsync(at);
            Assert.Contains(state, page.QuerySelector(".page-title")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Không đúng người", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("main form"));
        }
    }

    [Fact]
    public async Task Factors_are_taken_away_by_two_and_the_password_stays()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, _, _) = await Authenticator.PersonAsync(portal, Role.Accountant);
        var at = await FourEyes.AskAsync(await portal.SignInAsync(Role.Administrator), id, "xac-thuc", "Mất điện thoại");
        using (var still = await portal.Browser().TryToSignInAsync(email, PortalFactory.Password)) Assert.StartsWith("/dang-nhap/ma", still.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Null(await FourEyes.ConfirmAsync(await portal.SignInAsync(Role.Leader), at));
        await portal.Browser().SignInAsync(email, PortalFactory.Password);
    }

    [Theory]
    [InlineData("Input.Password", "một câu khác hẳn để nhớ")]
    [InlineData("password", "một câu khác hẳn để nhớ")]
    public async Task No_field_added_to_a_form_sets_a_password(string field, string value)
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Officer);
        using (await (await portal.SignInAsync(Role.Administrator)).PostAsync($"/quan-tri/tai-khoan/{id}/mat-khau", (field, value), ("Input.Reason", "Quên"))) { }
        using var wrong = await portal.Browser().TryToSignInAsync(email, value);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        await portal.Browser().SignInAsync(email, PortalFactory.Password);
    }

    [Fact]
    public async Task No_page_of_an_administrator_asks_for_a_password()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Officer);
        var browser = await portal.SignInAsync(Role.Administrator);
        foreach (var path in new[] { "/quan-tri/tai-khoan/tao", $"/quan-tri/tai-khoan/{id}", $"/quan-tri/tai-khoan/{id}/mat-khau", $"/quan-tri/tai-khoan/{id}/xac-thuc", $"/quan-tri/tai-khoan/{id}/khoa" })
        {
            Assert.Empty((await browser.OpenAsync(path)).QuerySelectorAll("main input[type=password]"));
        }
    }

    [Theory]
    [InlineData("Project", "1")]
    [InlineData("MoneyEntry", null)]
    [InlineData("Plan", "1")]
    [InlineData(null, null)]
    public async Task The_trail_tells_administrators_of_accounts_and_settings_and_of_no_business(string? entity, string? key)
    {
        using var portal = await PortalFactory.StartAsync();
        await using (var db = portal.Db()) await SomeProject.Supported(150).UnderContract(120).Started().InAsync(db);
        var browser = await portal.SignInAsync(Role.Administrator);
        var query = entity is null ? "" : $"doi-tuong={entity}&khoa={key}";
        var page = await browser.OpenAsync("/quan-tri/nhat-ky?" + query);
        using var file = await browser.GetAsync("/quan-tri/nhat-ky?dinh-dang=csv&" + query);
        var shown = page.QuerySelector("tbody")!.TextContent + await file.Content.ReadAsStringAsync();
        Assert.All(["KC-2024-D1-01", "150.000.000", "Hợp đồng:", "Đề án:"], word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
        Assert.Equal(entity is null, shown.Contains("Tài khoản", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("#doi-tuong option[value=Project]"));
        Assert.NotNull(page.QuerySelector("#doi-tuong option[value=AppUser]"));
    }

    [Fact]
    public async Task The_verification_tells_administrators_which_row_differs_and_not_by_how_much()
    {
        using var portal = await PortalFactory.StartAsync();
        await using (var db = portal.Db())
        {
            var id = await SomeProject.Supported(150).UnderContract(120).InAsync(db);
            await db.Database.ExecuteSqlAsync($"UPDATE Projects SET Support = 160000000 WHERE Id = {id}");
        }

        using var answer = await (await portal.SignInAsync(Role.Administrator)).PostAsync("/quan-tri/toan-ven");
        var text = (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
        Assert.Contains("không bằng tổng các dòng chi tiết", text, StringComparison.Ordinal);
        Assert.DoesNotContain("160.000.000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("150.000.000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_are_counted_shown_and_marked_as_read_and_are_the_persons_own()
    {
        using var portal = await PortalFactory.StartAsync();
        var other = await portal.SignInAsync(Role.Manager);
        var browser = await portal.SignInAsync(Role.Accountant);
        using var sql = new SqlCount(portal.ConnectionString);
        var page = await browser.OpenAsync("/thong-bao");
        Assert.InRange(sql.Commands, 1, 12);
        Assert.Contains("thiết bị mới", Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Equal("1 thông báo mới", page.QuerySelector(".user-menu summary .badge-count")!.TextContent);
        using (var read = await browser.PostAsync("/thong-bao")) Assert.Equal("/thong-bao", read.Headers.Location!.OriginalString);
        page = await browser.OpenAsync("/thong-bao");
        Assert.Contains("Đã đọc", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".user-menu summary .badge-count"));
        Assert.NotNull((await other.OpenAsync("/")).QuerySelector(".user-menu summary .badge-count"));
    }

    [Fact]
    public async Task The_matrix_shows_each_account_with_its_permissions_and_is_a_workbook_too()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AccountAsync(Role.Officer);
        var browser = await portal.SignInAsync(Role.Administrator);
        using (var sql = new SqlCount(portal.ConnectionString))
        {
            var page = await browser.OpenAsync("/quan-tri/ra-soat-quyen");
            Assert.InRange(sql.Commands, 1, 12);
            var officer = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Người Officer", StringComparison.Ordinal));
            Assert.Contains("Đề án được phân công", officer.TextContent, StringComparison.Ordinal);
            Assert.Contains("chưa lần nào", officer.TextContent, StringComparison.Ordinal);
            Assert.Equal(RolePermissions.Of(Role.Officer).Count, officer.QuerySelectorAll("td").Count(c => c.TextContent == "x"));
            Assert.Equal(6 + Permissions.All.Count, page.QuerySelectorAll("thead th").Length);
        }

        using var file = await browser.GetAsync("/quan-tri/ra-soat-quyen?dinh-dang=xlsx");
        Assert.Equal("ra-soat-quyen-2024-11-15.xlsx", file.Content.Headers.ContentDisposition!.FileName);
        using var book = new System.IO.Compression.ZipArchive(await file.Content.ReadAsStreamAsync());
        Assert.Contains(book.Entries, e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        await (await portal.SignInAsync(Role.Leader)).OpenAsync("/quan-tri/ra-soat-quyen?dinh-dang=xlsx", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_pages_of_requests_stay_within_twelve_commands_however_many_there_are()
    {
        using var portal = await PortalFactory.StartAsync();
        var administrator = await portal.SignInAsync(Role.Administrator);
        for (var i = 0; i < 12; i++) await FourEyes.AskAsync(administrator, (await portal.AccountAsync(Role.Officer)).Id, "mat-khau");
        var leader = await portal.SignInAsync(Role.Leader);
        foreach (var path in new[] { "/", "/quan-tri/yeu-cau", "/quan-tri/yeu-cau/1" })
        {
            using var sql = new SqlCount(portal.ConnectionString);
            await leader.OpenAsync(path);
            Assert.InRange(sql.Commands, 1, 12);
        }
    }
}
