using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>Only the holder makes the link, in the session that asked for it; it can be cut by him, and by two people for him.</summary>
public sealed class ProviderLinkTests(ProviderOffice office) : ProviderTests(office)
{
    [Fact]
    public async Task A_link_is_made_and_cut_by_its_holder_who_is_told_and_the_trail_with_him()
    {
        var (id, _, _, browser) = await Office.LinkedAsync(Role.Officer);
        // Whoever used the machine before is not linked by mistake: the person signs in there anew.
        Assert.Equal("login", Office.Provider.Question["prompt"]);
        var page = await browser.OpenAsync(ProviderOffice.Link);
        Assert.Contains("Đã liên kết", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Liên kết tài khoản", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        await using (var db = Portal.Db())
        {
            var entry = await db.AuditEntries.OrderBy(e => e.Number).LastAsync(e => e.Entity == "IdentityUserLogin");
            Assert.Equal((id, "Người Officer"), (entry.ActorId, entry.ActorName));
            Assert.Equal(ProviderOffice.Name, (await db.Notices.SingleAsync(n => n.UserId == id && n.Kind == NoticeKind.ProviderLinked)).Detail);
        }

        using (var cut = await browser.PostAsync(ProviderOffice.Link)) Assert.Equal(ProviderOffice.Link, cut.Headers.Location!.OriginalString);
        Assert.Contains("Đã gỡ liên kết", (await browser.OpenAsync(ProviderOffice.Link)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa được liên kết", await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        await using (var db = Portal.Db()) Assert.True(await db.Notices.AnyAsync(n => n.UserId == id && n.Kind == NoticeKind.ProviderUnlinked));
        Office.Log.AssertTold("OwnAccountChanged", "302", id, "127.0.0.1", ProviderOffice.Link);
    }

    [Fact]
    public async Task Making_and_cutting_end_the_other_sessions()
    {
        var (id, email) = await Portal.AccountAsync(Role.Officer);
        Browser here = Portal.Browser(), there = Portal.Browser();
        await here.SignInAsync(email, PortalFactory.Password);
        await there.SignInAsync(email, PortalFactory.Password);
        Office.Somebody();
        Assert.Null(await Office.LinkAsync(here));
        await using (var db = Portal.Db()) Assert.Equal(1, await db.UserSessions.CountAsync(s => s.UserId == id && s.EndedAt == null));
        var byProvider = Portal.Browser();
        using (await Office.ThroughAsync(byProvider)) { }
        using (await here.PostAsync(ProviderOffice.Link)) { }
        Portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        foreach (var browser in new[] { there, byProvider }) using (var answer = await browser.GetAsync("/")) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await here.OpenAsync("/");
    }

    [Fact]
    public async Task Somebody_at_the_provider_opens_one_account_and_no_second()
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        var other = await Portal.SignInAsync(Role.Accountant);
        Assert.Contains("đã liên kết với một tài khoản khác trên cổng", await Office.LinkAsync(other), StringComparison.Ordinal);
        Assert.Contains("chưa liên kết", (await other.OpenAsync(ProviderOffice.Link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_has_one_link_and_keeps_it()
    {
        var (_, _, first, browser) = await Office.LinkedAsync(Role.Officer);
        Office.Somebody();
        using (var answer = await Office.BackAsync(browser, await LinkAnywayAsync(browser))) Assert.Equal(ProviderOffice.Link, answer.Headers.Location!.OriginalString);
        Assert.Contains("Gỡ liên kết cũ trước", (await browser.OpenAsync(ProviderOffice.Link)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa được liên kết", await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        Office.Provider.Subject = first;
        using (var answer = await Office.ThroughAsync(Portal.Browser())) Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Of_links_made_at_once_one_stands()
    {
        var subject = Office.Somebody();
        var people = new List<int>();
        for (var i = 0; i < 4; i++) people.Add((await Portal.AccountAsync(Role.Officer)).Id);

        // One person at the provider, four accounts; then one account, four people.
        var toMany = await Task.WhenAll(people.Select(id => Task.Run(() => LinkAsync(id, subject))));
        Assert.Single(toMany, r => r.IsDone);
        Assert.All(toMany.Where(r => !r.IsDone), r => Assert.IsType<AccountRefusals.ProviderAccountTaken>(Assert.Single(r.Refusals)));
        var (free, _) = await Portal.AccountAsync(Role.Officer);
        var toOne = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => LinkAsync(free, subject + i))));
        Assert.Single(toOne, r => r.IsDone);
        Assert.All(toOne.Where(r => !r.IsDone), r => Assert.IsType<AccountRefusals.AlreadyLinked>(Assert.Single(r.Refusals)));
    }

    [Fact]
    public async Task The_factor_is_asked_for_before_a_link_is_made_or_cut()
    {
        var (id, _, browser, app) = await Authenticator.PersonAsync(Portal, Role.Leader);
        Office.Somebody();
        // Still fresh for a while, but not until the person is back.
        Portal.SessionClock.Advance(TimeSpan.FromMinutes(6));
        using (var asked = await ProviderOffice.PostAsync(browser, ProviderOffice.Link, ".actions")) Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        using (await browser.PostAsync("/xac-nhan-lai", ("xac-nhan-lai.ma", app.NextCode()))) { }

        // Longer at the provider than the factor is fresh: the service asks, whatever the page did.
        var question = await ProviderOffice.SendAsync(browser, ProviderOffice.Link, ".actions");
        Portal.SessionClock.Advance(TimeSpan.FromMinutes(11));
        using (var late = await Office.BackAsync(browser, question)) Assert.Equal(ProviderOffice.Link, late.Headers.Location!.OriginalString);
        Assert.Contains("xác nhận lại", (await browser.OpenAsync(ProviderOffice.Link)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        using (await browser.PostAsync("/xac-nhan-lai", ("xac-nhan-lai.ma", app.NextCode()))) { }
        Assert.Null(await Office.LinkAsync(browser));

        Portal.SessionClock.Advance(TimeSpan.FromMinutes(11));
        using (var cut = await browser.PostAsync(ProviderOffice.Link)) Assert.Equal(HttpStatusCode.Forbidden, cut.StatusCode);
        await using var db = Portal.Db();
        Assert.True(await db.UserLogins.AnyAsync(l => l.UserId == id));
    }

    [Fact]
    public async Task An_answer_links_the_session_that_asked_and_no_other()
    {
        var (id, email) = await Portal.AccountAsync(Role.Officer);
        var (victim, victims) = await Portal.AccountAsync(Role.Leader);
        var browser = Portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        Office.Somebody();
        var question = await ProviderOffice.SendAsync(browser, ProviderOffice.Link, ".actions");

        // The thief leaves; somebody else signs in here before the answer comes.
        using (await browser.PostAsync("/dang-xuat")) { }
        await browser.SignInAsync(victims, PortalFactory.Password);
        using (var answer = await Office.BackAsync(browser, question)) Assert.Equal(ProviderOffice.Link, answer.Headers.Location!.OriginalString);
        Assert.Contains("không còn dùng được", (await browser.OpenAsync(ProviderOffice.Link)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await using var db = Portal.Db();
        Assert.False(await db.UserLogins.AnyAsync(l => l.UserId == id || l.UserId == victim));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_or_lacks_a_factor_links_nothing()
    {
        using (var stranger = await LinkFormAsync(Portal.Browser(), "/dang-nhap"))
        {
            Assert.Equal("/dang-nhap?returnUrl=" + Uri.EscapeDataString(ProviderOffice.Link), stranger.Headers.Location!.OriginalString, ignoreCase: true);
        }

        await SecondFactorTests.RequireAsync(Portal, Role.CentreManager);
        var browser = await Portal.SignInAsync(Role.CentreManager);
        using (var lacking = await LinkFormAsync(browser, "/dang-xuat")) Assert.Equal(ProviderOffice.Link, lacking.Headers.Location!.OriginalString);
        using (var led = await browser.GetAsync(ProviderOffice.Link)) Assert.Equal("/tai-khoan/xac-thuc-hai-lop", led.Headers.Location!.OriginalString);
        Assert.Empty(Office.Provider.Asked);
    }

    [Fact]
    public async Task A_new_password_by_a_one_time_code_cuts_the_link_and_the_own_change_of_it_does_not()
    {
        var (id, _, subject, browser) = await Office.LinkedAsync(Role.Officer);
        using (var changed = await browser.PostAsync("/doi-mat-khau", ("Input.Current", PortalFactory.Password), ("Input.New", "một câu khác hẳn để nhớ"), ("Input.Again", "một câu khác hẳn để nhớ"))) Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using (var answer = await Office.ThroughAsync(Portal.Browser())) Assert.Equal("/", answer.Headers.Location!.OriginalString);

        using (await FourEyes.SetPasswordAsync(Portal.Browser(), await FourEyes.NewPasswordCodeAsync(Portal, id), "lại một câu nữa để nhớ lâu")) { }
        Office.Provider.Subject = subject;
        Assert.Contains("chưa được liên kết", await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        await using var db = Portal.Db();
        Assert.True(await db.Notices.AnyAsync(n => n.UserId == id && n.Kind == NoticeKind.ProviderUnlinked));
    }

    [Fact]
    public async Task Two_people_cut_the_link_of_an_account_that_has_no_factor()
    {
        var (id, _, _, _) = await Office.LinkedAsync(Role.Officer);
        var administrator = await Portal.SignInAsync(Role.Administrator);
        var account = (await administrator.OpenAsync(FormattableString.Invariant($"/quan-tri/tai-khoan/{id}"))).QuerySelector("main")!.TextContent;
        Assert.Contains("đã liên kết", account, StringComparison.Ordinal);
        Assert.Contains("Cấp lại xác thực hai lớp", account, StringComparison.Ordinal);
        var asked = await FourEyes.AskAsync(administrator, id, "xac-thuc", "Mất tài khoản ở hệ thống đăng nhập");
        await FourEyes.ConfirmAsync(await Portal.SignInAsync(Role.Administrator), asked);
        Assert.Contains("chưa được liên kết", await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        await using var db = Portal.Db();
        Assert.False(await db.UserLogins.AnyAsync(l => l.UserId == id));
    }

    [Fact]
    public async Task The_key_of_a_subject_is_kept_under_the_issuer_that_named_it()
    {
        var (id, _) = await Portal.AccountAsync(Role.Officer);
        Assert.True((await LinkAsync(id, "0790")).IsDone);
        await using var scope = Portal.Services.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<ProviderLinkService>();
        Assert.Equal(id, (await links.FindAsync(Actor.System("Kiểm thử"), new ProviderIdentity(Office.Provider.Authority, "0790"), default)).Value);
        Assert.False((await links.FindAsync(Actor.System("Kiểm thử"), new ProviderIdentity("https://evil.example/", "0790"), default)).IsDone);
    }

    private async Task<Result> LinkAsync(int id, string subject)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var person = new Actor(id, "Người Officer", new HashSet<string>(StringComparer.Ordinal));
        return await scope.ServiceProvider.GetRequiredService<ProviderLinkService>().LinkAsync(person, new ProviderIdentity(Office.Provider.Authority, subject), ProviderOffice.Name, null, default);
    }

    private static async Task<Uri> LinkAnywayAsync(Browser browser)
    {
        using var sent = await LinkFormAsync(browser, ProviderOffice.Link);
        return sent.Headers.Location!;
    }

    // Sent whether the page shows its button or not.
    private static async Task<HttpResponseMessage> LinkFormAsync(Browser browser, string tokenAt)
    {
        var token = ((IHtmlInputElement)(await browser.OpenAsync(tokenAt)).QuerySelector("main [name=__RequestVerificationToken]")!).Value;
        return await browser.Client.PostAsync(new Uri(ProviderOffice.AnswerAt + "?handler=LienKet", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
    }
}
