using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>A session is a row on the server: whoever ends it ends every copy of its cookie.</summary>
public sealed class SessionTests
{
    private const string Page = "/doi-mat-khau";

    [Fact]
    public async Task A_copied_cookie_is_dead_as_soon_as_its_owner_signs_out()
    {
        using var portal = await PortalFactory.StartAsync();
        var owner = await portal.SignInAsync(Role.Leader);
        var thief = portal.Browser("203.0.113.9", owner.CopyOfCookies());
        await thief.OpenAsync(Page);
        using (await owner.PostAsync("/dang-xuat")) { }
        Assert.Equal("/dang-nhap", await LeadsAsync(thief));
        Assert.Equal([SessionEnd.SignedOut], await EndsAsync(portal));
    }

    [Fact]
    public async Task A_copied_cookie_is_dead_on_another_node_within_a_minute()
    {
        using var portal = await PortalFactory.StartAsync();
        using var other = portal.SecondNode();
        var owner = await portal.SignInAsync(Role.Leader);
        var thief = other.Browser("203.0.113.9", owner.CopyOfCookies());
        await thief.OpenAsync(Page);
        using (await owner.PostAsync("/dang-xuat")) { }
        other.SessionClock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("/dang-nhap", await LeadsAsync(thief));
    }

    [Fact]
    public async Task Signing_in_anew_ends_the_browsers_former_session()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        var (_, other) = await portal.AccountAsync(Role.Officer);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        var first = browser.CopyOfCookies();
        await PostSignInAsync(browser, email);
        Assert.Equal("/dang-nhap", await LeadsAsync(portal.Browser(cookies: first)));

        // Also where somebody else signs in on it.
        var second = browser.CopyOfCookies();
        await PostSignInAsync(browser, other);
        Assert.Equal("/dang-nhap", await LeadsAsync(portal.Browser(cookies: second)));
        Assert.Equal([SessionEnd.Replaced, SessionEnd.Replaced], await EndsAsync(portal));
    }

    [Fact]
    public async Task A_session_without_pause_ends_after_ten_hours()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Officer);
        for (var minutes = 0; minutes < 580; minutes += 20)
        {
            portal.SessionClock.Advance(TimeSpan.FromMinutes(20));
            await browser.OpenAsync(Page);
        }

        portal.SessionClock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("/dang-nhap", await LeadsAsync(browser));
    }

    [Theory]
    [InlineData(29, null)]
    [InlineData(31, "/dang-nhap")]
    public async Task A_pause_of_half_an_hour_ends_the_session(int minutes, string? leads)
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Officer);
        var copy = browser.CopyOfCookies();
        portal.SessionClock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(leads, await LeadsAsync(portal.Browser(cookies: copy)));
    }

    [Fact]
    public async Task What_was_seen_lately_is_written_down_and_the_trail_stays_true()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Officer);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(5));
        await browser.OpenAsync(Page);
        await using var db = portal.Db();
        for (var tries = 0; tries < 100 && await SeenAsync(db) == await StartedAsync(db); tries++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromMinutes(5), await SeenAsync(db) - await StartedAsync(db));

        await using var scope = portal.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifyService>().VerifyAsync(null, CancellationToken.None);
        Assert.Empty(report.Faults);

        static Task<DateTime> SeenAsync(Data.AppDbContext db) => db.UserSessions.Select(s => s.LastSeenAt).SingleAsync();
        static Task<DateTime> StartedAsync(Data.AppDbContext db) => db.UserSessions.Select(s => s.StartedAt).SingleAsync();
    }

    [Fact]
    public async Task The_list_shows_the_own_sessions_and_one_of_them_can_be_ended()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Accountant);
        await portal.SignInAsync(Role.Manager);
        Browser office = portal.Browser("10.1.2.3"), home = portal.Browser("203.0.113.9");
        home.Client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0");
        await office.SignInAsync(email, PortalFactory.Password);
        await home.SignInAsync(email, PortalFactory.Password);

        var page = await office.OpenAsync("/tai-khoan/phien");
        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("Edge trên Windows", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("203.0.113.9", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Phiên này", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Null(rows[1].QuerySelector("form"));

        using (var ended = await SendAsync(office, (IHtmlFormElement)rows[0].QuerySelector("form")!)) Assert.Equal("/tai-khoan/phien", ended.Headers.Location!.OriginalString);
        Assert.Equal("/dang-nhap", await LeadsAsync(home));
        Assert.Null(await LeadsAsync(office));
        Assert.Equal([SessionEnd.EndedByOwner], await EndsAsync(portal));
    }

    [Fact]
    public async Task All_other_sessions_end_at_once_and_this_one_goes_on()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Accountant);
        Browser[] others = [portal.Browser(), portal.Browser(), portal.Browser()];
        foreach (var other in others) await other.SignInAsync(email, PortalFactory.Password);
        var stranger = await portal.SignInAsync(Role.Manager);
        var here = portal.Browser();
        await here.SignInAsync(email, PortalFactory.Password);
        using (await here.PostAsync("/tai-khoan/phien")) { }
        foreach (var other in others) Assert.Equal("/dang-nhap", await LeadsAsync(other));
        Assert.Null(await LeadsAsync(here));
        Assert.Null(await LeadsAsync(stranger));
    }

    [Fact]
    public async Task Whose_session_was_ended_elsewhere_is_told_so_once_and_who_signed_out_is_not()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Accountant);
        Browser ended = portal.Browser(), here = portal.Browser(), nobody = portal.Browser();
        await ended.SignInAsync(email, PortalFactory.Password);
        await here.SignInAsync(email, PortalFactory.Password);
        using (await here.PostAsync("/tai-khoan/phien")) { }
        Assert.Equal("Phiên đăng nhập đã kết thúc. Mời đăng nhập lại.", await ToldAsync(ended));
        Assert.Null(await ToldAsync(ended));
        Assert.Null(await ToldAsync(nobody));
        using (await here.PostAsync("/dang-xuat")) { }
        Assert.Null(await ToldAsync(here));

        static async Task<string?> ToldAsync(Browser browser)
        {
            Assert.Equal("/dang-nhap", await LeadsAsync(browser));
            var page = await browser.OpenAsync("/dang-nhap");
            Assert.NotNull(page.QuerySelector("main a[href='/dat-mat-khau']"));
            return page.QuerySelector(".notice")?.TextContent.Trim();
        }
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var portal = await PortalFactory.StartAsync();
        var victim = await portal.SignInAsync(Role.Leader);
        await using var db = portal.Db();
        var id = await db.UserSessions.Select(s => s.Id).SingleAsync();
        var (_, email) = await portal.AccountAsync(Role.Officer);
        Browser one = portal.Browser(), two = portal.Browser();
        await one.SignInAsync(email, PortalFactory.Password);
        await two.SignInAsync(email, PortalFactory.Password);
        var form = (IHtmlFormElement)(await one.OpenAsync("/tai-khoan/phien")).QuerySelector("tbody form")!;
        ((IHtmlInputElement)form.QuerySelector("[name=phien]")!).Value = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using (var answer = await SendAsync(one, form)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(await LeadsAsync(victim));
    }

    [Fact]
    public async Task A_locked_account_a_changed_role_and_a_new_password_end_the_rows_too()
    {
        using var portal = await PortalFactory.StartAsync();
        var administrator = await portal.SignInAsync(Role.Administrator);
        foreach (var (path, fields) in new[]
        {
            ("/khoa", new[] { ("Input.Reason", "Nghỉ việc") }),
            ("", [("Input.Roles", "Officer"), ("Input.Reason", "Thôi kiêm nhiệm")]),
        })
        {
            var (id, email) = await portal.AccountAsync(Role.Officer, Role.Manager);
            var victim = portal.Browser();
            await victim.SignInAsync(email, PortalFactory.Password);
            using (var done = await administrator.PostAsync($"/quan-tri/tai-khoan/{id}{path}", fields)) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
            portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
            Assert.Equal("/dang-nhap", await LeadsAsync(victim));
            await using var db = portal.Db();
            Assert.Equal(SessionEnd.AccountChanged, (await db.UserSessions.SingleAsync(s => s.UserId == id)).EndedBecause);
        }
    }

    [Fact]
    public async Task A_browser_not_seen_before_makes_a_notice_and_the_same_one_none_again()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Leader);
        var office = portal.Browser("10.1.2.3");
        await office.SignInAsync(email, PortalFactory.Password);
        using (await office.PostAsync("/dang-xuat")) { }
        await office.SignInAsync(email, PortalFactory.Password);
        await portal.Browser("203.0.113.9").SignInAsync(email, PortalFactory.Password);
        await using var db = portal.Db();
        var told = await db.Notices.Where(n => n.UserId == id && n.Kind == NoticeKind.NewDevice).OrderBy(n => n.Id).Select(n => n.Detail).ToListAsync();
        Assert.Equal(["Thiết bị không rõ tên, 10.1.2.3", "Thiết bị không rõ tên, 203.0.113.9"], told);
    }

    [Fact]
    public async Task The_database_holds_no_secret_that_opens_a_session()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.SignInAsync(Role.Leader);
        await using var db = portal.Db();
        var row = await db.UserSessions.SingleAsync();
        Assert.Matches("^[0-9a-f]{64}$", row.TokenHash);
        Assert.Matches("^[0-9a-f]{32}$", row.DeviceId!);
    }

    [Fact]
    public async Task Checking_the_session_costs_no_command_for_half_a_minute_and_few_then()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Manager);
        await browser.OpenAsync("/tro-giup");
        using (var quiet = new SqlCount(portal.ConnectionString))
        {
            await browser.OpenAsync(Page);
            await browser.OpenAsync(Page);
            var twice = quiet.Commands;
            portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
            await browser.OpenAsync(Page);
            Assert.InRange(quiet.Commands - twice - (twice / 2), 1, 8);
        }
    }

    internal static Task<HttpResponseMessage> SendAsync(Browser browser, IHtmlFormElement form, string? path = null) => browser.Client.PostAsync(
        new Uri(path ?? form.GetAttribute("action")!, UriKind.Relative),
        new FormUrlEncodedContent(form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null).Select(i => KeyValuePair.Create(i.Name!, i.Value))));

    // A browser that is signed in is led on from the page itself.
    private static async Task PostSignInAsync(Browser browser, string email)
    {
        var token = (await browser.OpenAsync("/dang-xuat")).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var answer = await browser.Client.PostAsync(
            new Uri("/dang-nhap", UriKind.Relative),
            new FormUrlEncodedContent([new("Email", email), new("Password", PortalFactory.Password), new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<string?> LeadsAsync(Browser browser)
    {
        using var answer = await browser.GetAsync(Page);
        return answer.Headers.Location?.AbsolutePath;
    }

    private static async Task<List<SessionEnd?>> EndsAsync(PortalFactory portal)
    {
        await using var db = portal.Db();
        return await db.UserSessions.Where(s => s.EndedAt != null).OrderBy(s => s.Id).Select(s => s.EndedBecause).ToListAsync();
    }
}
