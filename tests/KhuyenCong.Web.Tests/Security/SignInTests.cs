using System.Net;
using KhuyenCong.Domain.People;
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

    [Fact]
    public async Task A_session_left_open_is_no_place_to_guess_the_password()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Manager);
        for (var i = 0; i < 5; i++) Assert.Contains("không đúng", await ToldAsync(), StringComparison.Ordinal);
        Assert.Contains("Chờ 30 giây", await ToldAsync(), StringComparison.Ordinal);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("không đúng", await ToldAsync(), StringComparison.Ordinal);

        async Task<string> ToldAsync()
        {
            using var answer = await browser.PostAsync("/doi-mat-khau", ("Input.Current", "doan bua"), ("Input.New", "mot cau moi de nho"), ("Input.Again", "mot cau moi de nho"));
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
