using System.Text.RegularExpressions;
using KhuyenCong.Web.Tests.Security.Provider;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KhuyenCong.Browser.Tests;

/// <summary>
/// Linking and signing in through a provider on another site, in a browser that holds forms against the pages' policy and
/// cookies against where a navigation began, as no test over HTTP does.
/// </summary>
[Collection("One browser")]
public partial class ProviderTests(DemoSite site)
{
    private const string Account = "canbo2@demo.ttkc.vn";

    [Fact]
    public async Task An_account_is_linked_signs_in_through_the_provider_and_is_unlinked()
    {
        site.Provider.Reset();
        site.Provider.Subject = "0790123456";
        var page = await site.SignInAsync(Account);
        await page.GotoAsync("/tai-khoan/lien-ket");
        await page.LookAsync("provider-not-linked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Liên kết tài khoản " + DemoSite.ProviderName }).ClickAsync();
        await Expect(page.Locator(".notice-fine")).ToContainTextAsync("Đã liên kết tài khoản");
        await page.LookAsync("provider-linked");
        await DemoSite.SignOutAsync(page);
        await Expect(page.Locator(".notice-fine")).ToContainTextAsync("hãy đăng xuất cả ở đó");
        await page.LookAsync("provider-signed-out");

        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập qua " + DemoSite.ProviderName }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");

        await page.GotoAsync("/tai-khoan/lien-ket");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gỡ liên kết" }).ClickAsync();
        await Expect(page.Locator(".notice-fine")).ToContainTextAsync("Đã gỡ liên kết");
        await DemoSite.SignOutAsync(page);
        await RefusedAsync(page, "chưa được liên kết", "provider-unknown");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_comes_to_nothing_is_told_on_the_sign_in_page()
    {
        var page = await site.OpenAsync();
        site.Provider.Reset();
        site.Provider.Refuses = true;
        await RefusedAsync(page, "bạn đã dừng lại ở đó", "provider-denied");
        site.Provider.Reset();
        site.Provider.Instead = context => context.Request.Path == "/connect/token" ? Results.StatusCode(503) : null;
        await RefusedAsync(page, "Chưa liên lạc được", "provider-unreachable");
        site.Provider.Instead = context => context.Request.Path == "/connect/token" ? TestProvider.Tokens(site.Provider.UnsignedToken()) : null;
        await RefusedAsync(page, "chưa nhận được xác nhận hợp lệ", "provider-untrusted");
        site.Provider.Reset();
        await page.GotoAsync("/dang-nhap/nha-cung-cap?code=abc&state=forged");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("không còn dùng được");
        await page.LookAsync("provider-stale");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_second_step_is_reached_from_the_providers_site()
    {
        site.Provider.Reset();
        site.Provider.Subject = "0790654321";
        var page = await site.SignInAsync("quanly@demo.sct.vn", script: false);
        await page.GotoAsync("/tai-khoan/xac-thuc-hai-lop/ung-dung");
        var secret = KhuyenCong.Domain.Text.Base32.Read(await page.Locator(".typed-key").TextContentAsync())!;
        await page.GetByLabel("Mã đang hiện trên ứng dụng").FillAsync(Domain.People.TotpCode.At(secret, Domain.People.TotpCode.StepAt(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tất thiết lập" }).ClickAsync();
        var code = await page.Locator(".recovery-codes code").First.TextContentAsync();
        await page.GotoAsync("/tai-khoan/lien-ket");
        await page.GetByRole(AriaRole.Button, new() { Name = "Liên kết tài khoản " + DemoSite.ProviderName }).ClickAsync();
        await Expect(page.Locator(".notice-fine")).ToContainTextAsync("Đã liên kết tài khoản");
        await DemoSite.SignOutAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập qua " + DemoSite.ProviderName }).ClickAsync();
        await Expect(page).ToHaveURLAsync(SecondStep());
        await page.GetByLabel("Mã xác thực hoặc mã dự phòng").FillAsync(code!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync("Xác thực lớp thứ hai");

        // As it was, for the tests beside.
        await page.GotoAsync("/tai-khoan/lien-ket");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gỡ liên kết" }).ClickAsync();
        await page.GotoAsync("/tai-khoan/xac-thuc-hai-lop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gỡ ứng dụng xác thực" }).ClickAsync();
        await Expect(page.Locator(".notice-fine")).ToContainTextAsync("Đã gỡ ứng dụng xác thực");
        await page.Context.CloseAsync();
    }

    private static async Task RefusedAsync(IPage page, string why, string name)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập qua " + DemoSite.ProviderName }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToContainTextAsync(why);
        await page.LookAsync(name);
    }

    [GeneratedRegex("/dang-nhap/ma", RegexOptions.None, 2000)]
    private static partial Regex SecondStep();
}
