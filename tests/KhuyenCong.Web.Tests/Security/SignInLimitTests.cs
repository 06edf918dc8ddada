using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>Guessing waits longer and longer; nobody can keep somebody else out.</summary>
public sealed class SignInLimitTests
{
    private const string Unknown = "khong-co@kiemthu.vn";
    private const string WrongPassword = "sai mat khau roi";

    [Fact]
    public async Task Nobody_can_tell_an_unknown_address_from_a_wrong_password()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Officer);
        var known = await TriesAsync(portal.Browser("10.0.0.1"), email, 8);
        var unknown = await TriesAsync(portal.Browser("10.0.0.2"), Unknown, 8);
        Assert.Equal(known, unknown);
        Assert.Equal(["400", "400", "400", "400", "400", "429", "429", "429"], known.Select(k => k.Split('|')[0]));
        Assert.Contains("Chờ 30 giây rồi nhập lại mật khẩu", known[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_wait_grows_with_each_failure_and_a_try_within_it_does_not_prolong_it(bool hasAccount)
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = portal.Browser();
        var email = hasAccount ? (await portal.AccountAsync(Role.Officer)).Email : Unknown;
        await TriesAsync(browser, email, 5);
        foreach (var seconds in new[] { 30, 60, 120, 240, 480, 900, 900 })
        {
            portal.SessionClock.Advance(TimeSpan.FromSeconds(seconds - 1));
            Assert.Equal("429", await StatusAsync(browser, email));
            portal.SessionClock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("400", await StatusAsync(browser, email));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failed_tries_count_however_long_they_lie_apart(bool hasAccount)
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = portal.Browser();
        var email = hasAccount ? (await portal.AccountAsync(Role.Officer)).Email : Unknown;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("400", await StatusAsync(browser, email));
            if (i < 4) portal.SessionClock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal("429", await StatusAsync(browser, email));
    }

    [Fact]
    public async Task The_right_password_waits_too_and_opens_when_the_time_is_over()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Officer);
        var browser = portal.Browser();
        await TriesAsync(browser, email, 5);
        using (var early = await browser.TryToSignInAsync(email, PortalFactory.Password))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(30), early.Headers.RetryAfter!.Delta);
        }

        portal.SessionClock.Advance(TimeSpan.FromSeconds(30));
        await browser.SignInAsync(email, PortalFactory.Password);
    }

    [Fact]
    public async Task Many_tries_at_once_gain_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Leader);
        var browser = portal.Browser();
        var token = ((IHtmlInputElement)(await browser.OpenAsync("/dang-nhap")).QuerySelector("main [name=__RequestVerificationToken]")!).Value;
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(async () =>
        {
            using var answer = await browser.Client.PostAsync(
                new Uri("/dang-nhap", UriKind.Relative),
                new FormUrlEncodedContent([new("Email", email), new("Password", WrongPassword), new("__RequestVerificationToken", token)]));
            return answer.StatusCode;
        })));
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.BadRequest));
        Assert.Equal(19, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Spraying_one_password_over_many_accounts_is_slowed_and_the_Leader_gets_in_at_once()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, leader) = await portal.AccountAsync(Role.Leader);
        var own = portal.Browser("198.51.100.7");
        await own.SignInAsync(leader, PortalFactory.Password);
        using (await own.PostAsync("/dang-xuat")) { }

        // The worst case: the attacker sits behind the Leader's own address.
        var attacker = portal.Browser("198.51.100.7");
        List<string> told = [];
        for (var round = 0; round < 3; round++)
        {
            for (var account = 0; account < 50; account++) told.Add(await StatusAsync(attacker, account == 0 ? leader : $"nguoi{account}@kiemthu.vn"));
        }

        Assert.Equal(20, told.Count(t => t == "400"));
        Assert.Equal(130, told.Count(t => t == "429"));
        await own.SignInAsync(leader, PortalFactory.Password);
        await portal.Browser("192.0.2.33").SignInAsync(leader, PortalFactory.Password);
    }

    [Fact]
    public async Task A_guess_from_many_networks_is_slowed_and_keeps_the_Leader_out_of_nothing_but_a_new_machine_for_a_minute()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, leader) = await portal.AccountAsync(Role.Leader);
        var own = portal.Browser("198.51.100.7");
        await own.SignInAsync(leader, PortalFactory.Password);
        using (await own.PostAsync("/dang-xuat")) { }
        List<string> told = [];
        for (var network = 1; network <= 60; network++) told.Add(await StatusAsync(portal.Browser($"203.0.113.{network}"), leader));

        Assert.Equal(30, told.Count(t => t == "400"));
        await own.SignInAsync(leader, PortalFactory.Password);
        using (var elsewhere = await portal.Browser("192.0.2.33").TryToSignInAsync(leader, PortalFactory.Password)) Assert.Equal(HttpStatusCode.TooManyRequests, elsewhere.StatusCode);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(1));
        await portal.Browser("192.0.2.33").SignInAsync(leader, PortalFactory.Password);
    }

    [Fact]
    public async Task The_own_browser_waits_as_well_when_somebody_guesses_on_it()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, leader) = await portal.AccountAsync(Role.Leader);
        var own = portal.Browser();
        await own.SignInAsync(leader, PortalFactory.Password);
        using (await own.PostAsync("/dang-xuat")) { }
        Assert.Equal(["400", "400", "400", "400", "400", "429"], (await TriesAsync(own, leader, 6)).Select(t => t.Split('|')[0]));
    }

    [Fact]
    public async Task A_forged_device_cookie_is_worth_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, leader) = await portal.AccountAsync(Role.Leader);
        var own = portal.Browser();
        await own.SignInAsync(leader, PortalFactory.Password);
        await using var db = portal.Db();
        var device = await db.UserSessions.Select(s => s.DeviceId).SingleAsync();
        List<string> told = [];
        for (var i = 0; i < 8; i++)
        {
            var forger = portal.Browser("203.0.113.1");
            forger.Cookies.Add(new Uri("http://localhost"), new Cookie("kc-thiet-bi", device));
            told.Add(await StatusAsync(forger, leader));
        }

        Assert.Equal(5, told.Count(t => t == "400"));
    }

    [Fact]
    public async Task The_person_is_told_once_a_day_of_many_wrong_passwords()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, leader) = await portal.AccountAsync(Role.Leader);
        await TriesAsync(portal.Browser("203.0.113.1"), leader, 6);
        await TriesAsync(portal.Browser("203.0.113.2"), leader, 6);
        await using var db = portal.Db();
        for (var tries = 0; tries < 100 && await db.SignInEvents.CountAsync(e => e.Kind == SignInKind.LockedOut) < 2; tries++) await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(1, await db.Notices.CountAsync(n => n.UserId == id && n.Kind == NoticeKind.ManyWrongPasswords));
        Assert.Equal(10, await db.SignInEvents.CountAsync(e => e.UserId == id && e.Kind == SignInKind.WrongPassword));
    }

    private static async Task<string> StatusAsync(Browser browser, string email)
    {
        using var answer = await browser.TryToSignInAsync(email, WrongPassword);
        return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<List<string>> TriesAsync(Browser browser, string email, int count)
    {
        var told = new List<string>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await browser.TryToSignInAsync(email, WrongPassword);
            var text = (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")?.TextContent;
            told.Add(string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}|{answer.Headers.RetryAfter}|{text}"));
        }

        return told;
    }
}
