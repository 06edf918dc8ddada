using System.Globalization;
using System.Net;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class SecondFactorTests
{
    private const string Step = "/dang-nhap/ma";
    private const string Factors = "/tai-khoan/xac-thuc-hai-lop";

    [Fact]
    public async Task An_app_once_set_up_is_asked_for_after_the_password()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email, _, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        var browser = portal.Browser();
        using (var first = await browser.TryToSignInAsync(email, PortalFactory.Password, "/dang-nhap?returnUrl=%2Fke-hoach")) Assert.Equal(Step + "?ReturnUrl=%2Fke-hoach", first.Headers.Location!.OriginalString);
        Assert.Equal("/dang-nhap", await LeadsAsync(browser, "/"));
        using (var second = await browser.PostAsync(Step + "?ReturnUrl=%2Fke-hoach", ("Code", app.NextCode()))) Assert.Equal("/ke-hoach", second.Headers.Location!.OriginalString);
        await browser.OpenAsync("/ke-hoach");
    }

    [Fact]
    public async Task A_code_works_once_and_the_one_of_the_set_up_is_used_up_too()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email, _, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        Assert.Equal("400", await SecondAsync(portal, email, app.Code()));
        var code = app.NextCode();
        Assert.Equal("/", await SecondAsync(portal, email, code));
        Assert.Equal("400", await SecondAsync(portal, email, code));
    }

    [Fact]
    public async Task Of_the_same_code_typed_twice_at_once_one_opens()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email, _, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        var code = app.NextCode();
        Browser[] browsers = [portal.Browser("10.0.0.1"), portal.Browser("10.0.0.2"), portal.Browser("10.0.0.3"), portal.Browser("10.0.0.4")];
        foreach (var browser in browsers) using (await browser.TryToSignInAsync(email, PortalFactory.Password)) { }
        var answers = await Task.WhenAll(browsers.Select(b => Task.Run(() => PostCodeAsync(b, code))));
        Assert.Single(answers, a => a == "/");
        Assert.Equal(3, answers.Count(a => a == "400"));
    }

    [Theory]
    [InlineData(-2, "400")]
    [InlineData(-1, "/")]
    [InlineData(0, "/")]
    [InlineData(1, "/")]
    [InlineData(2, "400")]
    public async Task A_clock_may_be_off_by_half_a_minute(int steps, string expected)
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email, _, app) = await Authenticator.PersonAsync(portal, Role.Officer);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(expected, await SecondAsync(portal, email, app.Code(steps)));
    }

    [Fact]
    public async Task Guessing_codes_waits_as_guessing_passwords_does()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email, _, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        var thief = portal.Browser("203.0.113.5");
        using (await thief.TryToSignInAsync(email, PortalFactory.Password)) { }
        List<string> told = [];
        for (var i = 0; i < 7; i++) told.Add(await PostCodeAsync(thief, i.ToString("D6", CultureInfo.InvariantCulture)));
        Assert.Equal(["400", "400", "400", "400", "400", "429", "429"], told);
        Assert.Equal("429", await PostCodeAsync(thief, app.Code(1)));
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_its_owner_is_told()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, browser, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        Assert.Equal(10, app.RecoveryCodes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Factors, await LeadsAsync(browser, Factors + "/ma-du-phong"));
        Assert.Equal("/", await SecondAsync(portal, email, app.RecoveryCodes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal)));
        Assert.Equal("400", await SecondAsync(portal, email, app.RecoveryCodes[3]));
        await using var db = portal.Db();
        Assert.Equal("còn 9 mã", (await db.Notices.SingleAsync(n => n.UserId == id && n.Kind == NoticeKind.RecoveryCodeUsed)).Detail);
        Assert.DoesNotContain(app.RecoveryCodes[4].Replace("-", string.Empty, StringComparison.Ordinal), await db.RecoveryCodes.Select(c => c.CodeHash).ToListAsync());
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_void_and_are_told_as_such()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, browser, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        using (var renewed = await browser.PostAsync(Factors)) Assert.Equal(Factors + "/ma-du-phong", renewed.Headers.Location!.OriginalString);
        var codes = (await browser.OpenAsync(Factors + "/ma-du-phong")).QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal("400", await SecondAsync(portal, email, app.RecoveryCodes[0]));
        Assert.Equal("/", await SecondAsync(portal, email, codes[0]));
        await using var db = portal.Db();
        Assert.Equal(1, await db.Notices.CountAsync(n => n.UserId == id && n.Kind == NoticeKind.FactorAdded));
        Assert.Equal(1, await db.Notices.CountAsync(n => n.UserId == id && n.Kind == NoticeKind.RecoveryCodesMade));
    }

    [Fact]
    public async Task Who_has_only_a_passkey_is_asked_for_no_code_of_an_app()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, _, _) = await Authenticator.PersonAsync(portal, Role.Leader);
        var withApp = portal.Browser();
        using (await withApp.TryToSignInAsync(email, PortalFactory.Password)) { }
        Assert.Contains("ứng dụng xác thực", (await withApp.OpenAsync(Step)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using (var db = portal.Db())
        {
            var user = await db.Users.SingleAsync(u => u.Id == id);
            user.TwoFactorEnabled = false;
            db.Passkeys.Add(new Passkey { UserId = id, Name = "Máy cơ quan", CredentialId = [1, 2, 3], PublicKey = [4], Attestation = [5], ClientData = [6], CreatedAt = portal.SessionClock.GetUtcNow().UtcDateTime });
            await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
        }

        var browser = portal.Browser();
        using (await browser.TryToSignInAsync(email, PortalFactory.Password)) { }
        var page = (await browser.OpenAsync(Step)).QuerySelector("main")!;
        Assert.DoesNotContain("ứng dụng", page.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mã dự phòng", page.QuerySelector("label[for=Code]")!.TextContent);
        for (var i = 0; i < 5; i++) await PostCodeAsync(browser, "000000");
        using var early = await browser.PostAsync(Step, ("Code", "000000"));
        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        var told = await early.Content.ReadAsStringAsync();
        Assert.DoesNotContain("ứng dụng", told, StringComparison.Ordinal);
        Assert.Matches("chưa được kiểm tra\\. Chờ \\d+ giây rồi nhập lại mã dự phòng, hoặc dùng khóa truy cập ngay", told);
        Assert.Contains("aria-invalid=\"true\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_somebody_else_opens_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email, _, _) = await Authenticator.PersonAsync(portal, Role.Leader);
        var (_, _, _, other) = await Authenticator.PersonAsync(portal, Role.Leader);
        Assert.Equal("400", await SecondAsync(portal, email, other.NextCode()));
        Assert.Equal("400", await SecondAsync(portal, email, other.RecoveryCodes[0]));
    }

    [Fact]
    public async Task Whose_role_demands_a_factor_can_do_nothing_but_set_one_up()
    {
        using var portal = await PortalFactory.StartAsync();
        await RequireAsync(portal, Role.Leader);
        var (_, email) = await portal.AccountAsync(Role.Leader);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        foreach (var page in new[] { "/", "/ke-hoach", "/quan-tri/nhat-ky", "/tai-khoan/phien" }) Assert.Equal(Factors, await LeadsAsync(browser, page));
        var shown = await browser.OpenAsync(Factors);
        Assert.Contains("bắt buộc xác thực hai lớp", shown.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        await Authenticator.SetUpAsync(portal, browser);
        await browser.OpenAsync("/ke-hoach");
    }

    [Fact]
    public async Task A_role_that_begins_to_demand_a_factor_leads_its_open_sessions_within_a_minute()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Accountant);
        var administrator = await portal.SignInAsync(Role.Administrator);
        using (var saved = await administrator.PostAsync("/quan-tri/xac-thuc-hai-lop", ("Input.Roles", "Accountant"), ("Input.Reason", "Theo kế hoạch an toàn thông tin"))) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(Factors, await LeadsAsync(browser, "/ke-hoach"));
        await using var db = portal.Db();
        Assert.Equal("Theo kế hoạch an toàn thông tin", (await db.AuditEntries.OrderBy(e => e.Number).LastAsync(e => e.Entity == "AppRole")).Reason);
    }

    [Fact]
    public async Task A_role_setting_without_a_reason_is_not_taken()
    {
        using var portal = await PortalFactory.StartAsync();
        var administrator = await portal.SignInAsync(Role.Administrator);
        using (var saved = await administrator.PostAsync("/quan-tri/xac-thuc-hai-lop", ("Input.Roles", "Leader"))) Assert.Equal(HttpStatusCode.BadRequest, saved.StatusCode);
        await using var db = portal.Db();
        Assert.False(await db.Roles.AnyAsync(r => r.RequiresSecondFactor));
    }

    [Fact]
    public async Task A_new_password_set_by_a_one_time_code_goes_round_no_factor()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, _, app) = await Authenticator.PersonAsync(portal, Role.Officer);
        var browser = portal.Browser();
        using (var set = await FourEyes.SetPasswordAsync(browser, await FourEyes.NewPasswordCodeAsync(portal, id), "một câu khác hẳn để nhớ")) Assert.Equal("/dang-nhap", set.Headers.Location!.OriginalString);
        using (var first = await browser.TryToSignInAsync(email, "một câu khác hẳn để nhớ")) Assert.StartsWith(Step, first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/", await PostCodeAsync(browser, app.NextCode()));
    }

    [Fact]
    public async Task A_password_changed_between_the_two_steps_sends_back_to_the_first()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, _, app) = await Authenticator.PersonAsync(portal, Role.Officer);
        var browser = portal.Browser();
        using (await browser.TryToSignInAsync(email, PortalFactory.Password)) { }
        await browser.OpenAsync(Step);
        await using (var db = portal.Db())
        {
            (await db.Users.SingleAsync(u => u.Id == id)).SecurityStamp = "changed";
            await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
        }

        Assert.Equal("/dang-nhap", await LeadsAsync(browser, Step));
        Assert.NotEmpty(app.NextCode());
    }

    [Fact]
    public async Task Setting_a_factor_up_ends_the_other_sessions_and_is_told()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Leader);
        Browser here = portal.Browser(), thief = portal.Browser();
        await here.SignInAsync(email, PortalFactory.Password);
        await thief.SignInAsync(email, PortalFactory.Password);
        await Authenticator.SetUpAsync(portal, here);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("/dang-nhap", await LeadsAsync(thief, "/"));
        await here.OpenAsync("/");
        await using var db = portal.Db();
        Assert.Equal("Ứng dụng xác thực", (await db.Notices.SingleAsync(n => n.UserId == id && n.Kind == NoticeKind.FactorAdded)).Detail);
    }

    [Fact]
    public async Task The_database_alone_gives_no_secret_and_takes_none()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, _, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        var (other, _, _, theirs) = await Authenticator.PersonAsync(portal, Role.Leader);
        await using (var db = portal.Db())
        {
            var rows = await db.UserTokens.ToListAsync();
            Assert.All(rows, r => Assert.DoesNotMatch("^[A-Z2-7]{32}$", r.Value!));

            // Somebody with the database puts the own secret on the Leader's account.
            var planted = rows.Single(r => r.UserId == other).Value;
            await db.UserTokens.Where(t => t.UserId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, planted));
        }

        Assert.Equal("400", await SecondAsync(portal, email, theirs.NextCode()));
        Assert.Equal("/", await SecondAsync(portal, email, app.RecoveryCodes[0]));
    }

    [Fact]
    public async Task The_last_factor_of_a_role_that_demands_one_stays()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, _, browser, _) = await Authenticator.PersonAsync(portal, Role.Leader);
        await RequireAsync(portal, Role.Leader);
        using var answer = await SendAsync(browser, "GoUngDung");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("giữ ít nhất một cách", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_factor_that_nothing_demands_can_be_taken_away_with_its_codes()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email, browser, _) = await Authenticator.PersonAsync(portal, Role.Leader);
        using (var answer = await SendAsync(browser, "GoUngDung")) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await portal.Browser().SignInAsync(email, PortalFactory.Password);
        await using var db = portal.Db();
        Assert.Equal(0, await db.RecoveryCodes.CountAsync(c => c.UserId == id && c.UsedAt == null));
        Assert.True(await db.Notices.AnyAsync(n => n.UserId == id && n.Kind == NoticeKind.FactorRemoved));
    }

    internal static async Task RequireAsync(PortalFactory portal, Role role)
    {
        await using var db = portal.Db();
        (await db.Roles.SingleAsync(r => r.Name == role.ToString())).RequiresSecondFactor = true;
        await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string handler)
    {
        var form = (await browser.OpenAsync(Factors)).QuerySelectorAll("main form").Single(f => f.GetAttribute("action")!.Contains("handler=" + handler, StringComparison.Ordinal));
        return await SessionTests.SendAsync(browser, (AngleSharp.Html.Dom.IHtmlFormElement)form);
    }

    private static async Task<string> SecondAsync(PortalFactory portal, string email, string code)
    {
        var browser = portal.Browser();
        using (await browser.TryToSignInAsync(email, PortalFactory.Password)) { }
        return await PostCodeAsync(browser, code);
    }

    private static async Task<string> PostCodeAsync(Browser browser, string code)
    {
        using var answer = await browser.PostAsync(Step, ("Code", code));
        return answer.Headers.Location?.OriginalString ?? ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string?> LeadsAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.Headers.Location is not { } place ? null : (place.IsAbsoluteUri ? place.AbsolutePath : place.OriginalString).Split('?')[0];
    }
}
