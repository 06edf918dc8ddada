using System.Net;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>Signing in through the provider stands in for the password; all else is as with a password.</summary>
public sealed class ProviderSignInTests(ProviderOffice office) : ProviderTests(office)
{
    [Fact]
    public async Task A_linked_account_is_opened_and_leads_where_it_was_going()
    {
        var (id, email, _, _) = await Office.LinkedAsync(Role.Officer);
        var browser = Portal.Browser();
        using (var answer = await Office.ThroughAsync(browser, "/dang-nhap?returnUrl=%2Fke-hoach%3Fq%3D1")) Assert.Equal("/ke-hoach?q=1", answer.Headers.Location!.OriginalString);
        Assert.Contains("Người Officer", (await browser.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        await using var db = Portal.Db();
        Assert.Equal(2, await db.UserSessions.CountAsync(s => s.UserId == id));
        Assert.True(await db.SignInEvents.CountAsync(e => e.UserId == id && e.Kind == SignInKind.SignedIn) == 2);
        Assert.Equal(2, await db.Notices.CountAsync(n => n.UserId == id && n.Kind == NoticeKind.NewDevice));
        Assert.False(await db.UserTokens.AnyAsync(t => t.UserId == id));

        // The password goes on working.
        await Portal.Browser().SignInAsync(email, PortalFactory.Password);
    }

    [Fact]
    public async Task The_question_asks_for_a_code_alone_bound_to_this_browser_and_for_no_data()
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        Office.Provider.Reset();
        var browser = Portal.Browser();
        using (await Office.ThroughAsync(browser)) { }
        var question = Office.Provider.Question;
        Assert.Equal("code", question["response_type"]);
        Assert.Equal("openid", question["scope"]);
        Assert.Equal("S256", question["code_challenge_method"]);
        Assert.Equal("http://localhost" + ProviderOffice.AnswerAt, question["redirect_uri"]);
        Assert.All(["code_challenge", "state", "nonce"], name => Assert.True(question[name]!.Length > 40));
        Assert.All(["client_secret", "prompt", "acr_values", "max_age"], name => Assert.Null(question[name]));
        Assert.Contains("code_verifier=", Office.Provider.Redeemed, StringComparison.Ordinal);

        // The portal asks for the token and for nothing that tells of the person.
        Assert.Equal(["/connect/authorize", "/connect/token"], Office.Provider.Asked);

        // Two questions are two questions.
        var again = await ProviderOffice.SendAsync(Portal.Browser());
        Assert.All(["code_challenge", "state", "nonce"], name => Assert.NotEqual(question[name], System.Web.HttpUtility.ParseQueryString(again.Query)[name]));
    }

    [Fact]
    public async Task The_second_factor_is_asked_for_all_the_same()
    {
        var (_, _, browser, app) = await Authenticator.PersonAsync(Portal, Role.Leader);
        Office.Somebody();
        Assert.Null(await Office.LinkAsync(browser));
        var other = Portal.Browser();
        using (var first = await Office.ThroughAsync(other, "/dang-nhap?returnUrl=%2Fke-hoach")) Assert.Equal("/dang-nhap/ma?ReturnUrl=%2Fke-hoach", first.Headers.Location!.OriginalString);
        using (var inside = await other.GetAsync("/ke-hoach")) Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
        using (var wrong = await other.PostAsync("/dang-nhap/ma", ("Code", "000000"))) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using (var right = await other.PostAsync("/dang-nhap/ma?ReturnUrl=%2Fke-hoach", ("Code", app.NextCode()))) Assert.Equal("/ke-hoach", right.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_role_that_demands_a_factor_leads_to_its_set_up_and_opens_nothing_else()
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Manager);
        await SecondFactorTests.RequireAsync(Portal, Role.Manager);
        var browser = Portal.Browser();
        using (await Office.ThroughAsync(browser)) { }
        foreach (var page in new[] { "/", "/bao-cao", ProviderOffice.Link })
        {
            using var answer = await browser.GetAsync(page);
            Assert.Equal("/tai-khoan/xac-thuc-hai-lop", answer.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task A_password_that_must_be_changed_is_changed_first()
    {
        var (id, _, _, _) = await Office.LinkedAsync(Role.Officer);
        await ChangeAsync(id, user => user.MustChangePassword = true);
        var browser = Portal.Browser();
        using (await Office.ThroughAsync(browser)) { }
        using var answer = await browser.GetAsync("/de-an");
        Assert.StartsWith("/doi-mat-khau", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_account_stays_shut_and_its_sessions_end()
    {
        var (id, _, _, first) = await Office.LinkedAsync(Role.Officer);
        await ChangeAsync(id, user =>
        {
            user.IsLocked = true;
            user.SecurityStamp = "locked";
        });
        var browser = Portal.Browser();
        using (var answer = await Office.ThroughAsync(browser)) Assert.Equal("/bi-khoa", answer.Headers.Location!.OriginalString);
        using (var inside = await browser.GetAsync("/")) Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
        Portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        using (var inside = await first.GetAsync("/")) Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
        Office.Log.AssertTold("SignIn", "ProviderLocked", id, "127.0.0.1", ProviderOffice.AnswerAt);
    }

    [Fact]
    public async Task The_longest_address_to_return_to_comes_back_whole()
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        var address = "/ke-hoach?q=" + new string('x', 500) + "&ngay=" + new string('y', 500) + "&a=" + new string('z', 900);
        using var answer = await Office.ThroughAsync(Portal.Browser(), "/dang-nhap?returnUrl=" + Uri.EscapeDataString(address));
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_foreign_return_address_leads_home(string address)
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        using var answer = await Office.ThroughAsync(Portal.Browser(), "/dang-nhap?returnUrl=" + Uri.EscapeDataString(address));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_is_signed_in_already_is_not_sent_away()
    {
        var browser = await Portal.SignInAsync(Role.Officer);
        using var answer = await FourEyes.SendAsync(browser, ProviderOffice.AnswerAt, "");
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_portals_session_and_says_that_the_providers_goes_on()
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        var browser = Portal.Browser();
        using (await Office.ThroughAsync(browser)) { }
        var copy = Portal.Browser(cookies: browser.CopyOfCookies());
        using (await browser.PostAsync("/dang-xuat")) { }
        Assert.Contains("hãy đăng xuất cả ở đó", (await browser.OpenAsync("/dang-nhap")).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        using (var answer = await copy.GetAsync("/")) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_put_there_by_sql_opens_nothing()
    {
        var (id, _) = await Portal.AccountAsync(Role.Leader);
        var (thief, _, _, _) = await Office.LinkedAsync(Role.Officer);
        await using (var db = Portal.Db()) await db.Database.ExecuteSqlAsync($"UPDATE AspNetUserLogins SET UserId = {id} WHERE UserId = {thief}");
        var browser = Portal.Browser();
        using (var answer = await Office.ThroughAsync(browser)) Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using (var inside = await browser.GetAsync("/")) Assert.Equal(HttpStatusCode.Redirect, inside.StatusCode);
    }

    [Fact]
    public async Task Neither_codes_nor_tokens_nor_subjects_nor_what_the_provider_said_stand_in_the_log_or_the_database()
    {
        var (id, email, subject, _) = await Office.LinkedAsync(Role.Officer);
        using (await Office.ThroughAsync(Portal.Browser())) { }
        var code = Office.Provider.Code;
        Office.Provider.Refuses = true;
        await Office.RefusedAsync(Portal.Browser());
        Office.Log.AssertTold("SignIn", "ProviderLinked", id, "127.0.0.1", ProviderOffice.AnswerAt);
        Office.Log.AssertTold("SignIn", "ProviderDone", id, "127.0.0.1", ProviderOffice.AnswerAt);
        Office.Log.AssertTold("SignIn", "ProviderDenied", null, "127.0.0.1", ProviderOffice.AnswerAt);
        Office.Log.AssertNowhere([email, subject, "0790123456", code, TestProvider.Secret, "4711", "access_denied", Office.Provider.Question["state"]!, Office.Provider.Question["nonce"]!]);
        await using var db = Portal.Db();
        var link = await db.UserLogins.SingleAsync(l => l.UserId == id);
        Assert.Matches("^[0-9a-f]{64}$", link.ProviderKey);
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Changes!.Contains("0790123456")));
    }

    private async Task ChangeAsync(int id, Action<Data.Identity.AppUser> change)
    {
        await using var db = Portal.Db();
        change(await db.Users.SingleAsync(u => u.Id == id));
        await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
    }
}
