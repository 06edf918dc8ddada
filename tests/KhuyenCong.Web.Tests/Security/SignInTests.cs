using System.Net;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class SignInTests
{
    [Fact]
    public async Task A_right_password_opens_a_session_and_leads_to_the_page_asked_for()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Administrator);
        var browser = portal.Browser();
        using var answer = await browser.TryToSignInAsync(email, PortalFactory.Password, "/dang-nhap?returnUrl=%2Fquan-tri%2Ftai-khoan");
        Assert.Equal("/quan-tri/tai-khoan", answer.Headers.Location!.OriginalString);
        await browser.OpenAsync("/quan-tri/tai-khoan");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_foreign_return_address_is_not_followed(string address)
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        using var answer = await portal.Browser().TryToSignInAsync(email, PortalFactory.Password, "/dang-nhap?returnUrl=" + Uri.EscapeDataString(address));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_can_tell_an_unknown_address_from_a_wrong_password()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Officer);
        var known = await TriesAsync(portal.Browser(), email);
        var unknown = await TriesAsync(portal.Browser(), "khong-co@kiemthu.vn");
        Assert.Equal(known, unknown);
        Assert.Equal(["400", "400", "400", "400", "/bi-khoa", "/bi-khoa"], known.Select(k => k.Split('|')[0]));
    }

    [Fact]
    public async Task Five_failed_tries_lock_the_account_even_for_the_right_password_until_the_time_is_over()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Officer);
        var browser = portal.Browser();
        for (var i = 0; i < 5; i++) using (await browser.TryToSignInAsync(email, "sai mat khau roi")) { }
        using (var locked = await browser.TryToSignInAsync(email, PortalFactory.Password)) Assert.Equal("/bi-khoa", locked.Headers.Location!.OriginalString);

        await using var db = portal.Db();
        var until = (await db.Users.SingleAsync(u => u.Id == id)).LockoutEnd;
        // The portal's clock stands in 2024: a lockout by it would have ended long ago.
        Assert.InRange((until!.Value - TimeProvider.System.GetUtcNow()).TotalMinutes, 13, 15);

        await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, TimeProvider.System.GetUtcNow().AddMinutes(-1)));
        await browser.SignInAsync(email, PortalFactory.Password);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failed_tries_count_however_long_they_lie_apart(bool hasAccount)
    {
        using var portal = await PortalFactory.StartAsync();
        var email = await AddressAsync(portal, hasAccount);
        for (var i = 0; i < 4; i++) Assert.Equal("400", await TryAsync(portal, email));
        await WaitAsync(portal, email, minutes: 20);
        Assert.Equal("/bi-khoa", await TryAsync(portal, email));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_try_during_the_lockout_does_not_prolong_it_and_the_count_begins_anew(bool hasAccount)
    {
        using var portal = await PortalFactory.StartAsync();
        var email = await AddressAsync(portal, hasAccount);
        for (var i = 0; i < 5; i++) await TryAsync(portal, email);
        await WaitAsync(portal, email, minutes: 14);
        Assert.Equal("/bi-khoa", await TryAsync(portal, email));
        await WaitAsync(portal, email, minutes: 2);
        for (var i = 0; i < 4; i++) Assert.Equal("400", await TryAsync(portal, email));
        Assert.Equal("/bi-khoa", await TryAsync(portal, email));
    }

    [Fact]
    public async Task A_post_without_the_forgery_token_is_refused()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        using var answer = await portal.Browser().Client.PostAsync(
            new Uri("/dang-nhap", UriKind.Relative),
            new FormUrlEncodedContent([new("Email", email), new("Password", PortalFactory.Password)]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_to_sign_out_only_asks_and_the_button_ends_the_session()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Manager);
        await browser.OpenAsync("/dang-xuat");
        await browser.OpenAsync("/doi-mat-khau");
        using (await browser.PostAsync("/dang-xuat")) { }
        using var after = await browser.GetAsync("/doi-mat-khau");
        Assert.Equal("/dang-nhap", after.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_changed_password_needs_the_old_one_and_keeps_this_session()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (var wrong = await Change(browser, "khong phai no", "mot cau moi de nho")) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using (var brief = await Change(browser, PortalFactory.Password, "ngan")) Assert.Contains("ít nhất 12 ký tự", await brief.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var done = await Change(browser, PortalFactory.Password, "mot cau moi de nho")) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        await browser.OpenAsync("/doi-mat-khau");
        await portal.Browser().SignInAsync(email, "mot cau moi de nho");

        static Task<HttpResponseMessage> Change(Browser browser, string current, string wanted) =>
            browser.PostAsync("/doi-mat-khau", ("Input.Current", current), ("Input.New", wanted), ("Input.Again", wanted));
    }

    private static async Task<string> AddressAsync(PortalFactory portal, bool hasAccount) =>
        hasAccount ? (await portal.AccountAsync(Role.Officer)).Email : "khong-co@kiemthu.vn";

    private static async Task<string> TryAsync(PortalFactory portal, string email)
    {
        using var answer = await portal.Browser().TryToSignInAsync(email, "sai mat khau roi");
        return answer.Headers.Location?.OriginalString ?? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // Accounts are locked by the machine's clock, which nobody can move: their lockout comes nearer instead.
    private static async Task WaitAsync(PortalFactory portal, string email, int minutes)
    {
        portal.SessionClock.Advance(TimeSpan.FromMinutes(minutes));
        await using var db = portal.Db();
        if (await db.Users.SingleOrDefaultAsync(u => u.Email == email) is not { LockoutEnd: { } end } user) return;
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, end.AddMinutes(-minutes)));
    }

    private static async Task<List<string>> TriesAsync(Browser browser, string email)
    {
        var told = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            using var answer = await browser.TryToSignInAsync(email, "sai mat khau roi");
            var text = answer.Headers.Location is { } place ? string.Empty : (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent;
            told.Add((answer.Headers.Location?.OriginalString ?? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)) + "|" + text);
        }

        return told;
    }
}
