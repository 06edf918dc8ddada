using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KhuyenCong.Browser.Tests;

/// <summary>A passkey from its making to its end, with the authenticator that Chromium simulates.</summary>
[Collection("One browser")]
public partial class PasskeyTests(DemoSite site)
{
    private const string Account = "canbo2@demo.ttkc.vn";
    private const string Factors = "/tai-khoan/xac-thuc-hai-lop";

    [Fact]
    public async Task A_passkey_is_made_signs_in_alone_and_beside_the_password_and_is_taken_away()
    {
        var page = await site.SignInAsync(Account);
        await SimulateAsync(page);
        await page.GotoAsync(Factors);
        await page.GetByLabel("Đặt tên cho khóa mới").FillAsync("Máy tính ở cơ quan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa truy cập" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Mã dự phòng");
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await page.LookAsync("passkey-codes");
        await DemoSite.SignOutAsync(page);

        // Alone: it is both factors.
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await DemoSite.SignOutAsync(page);

        // Beside the password.
        await page.GetByLabel("Địa chỉ email").FillAsync(Account);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(DemoSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(SecondStep());
        await page.LookAsync("passkey-second-step");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dùng khóa truy cập" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");

        // Once more before an act that counts.
        await page.GotoAsync("/xac-nhan-lai?tro-ve=%2Ftai-khoan%2Fxac-thuc-hai-lop");
        await page.LookAsync("passkey-confirm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận bằng khóa truy cập" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Xác thực hai lớp");
        await page.LookAsync("passkey-list");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gỡ khóa truy cập Máy tính ở cơ quan" }).ClickAsync();
        await Expect(page.Locator(".notice-fine")).ToContainTextAsync("Đã gỡ khóa truy cập");
        await Expect(page.GetByText("Chưa có khóa truy cập nào")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_the_persons_consent_nothing_is_made_and_the_page_says_so()
    {
        var page = await site.SignInAsync(Account);
        await SimulateAsync(page, isVerified: false);
        await page.GotoAsync(Factors);
        await page.GetByLabel("Đặt tên cho khóa mới").FillAsync("Điện thoại lạ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa truy cập" }).ClickAsync();
        await Expect(page.Locator("[data-passkey-told]").First).ToContainTextAsync("Chưa dùng được khóa truy cập");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_app_is_offered_and_no_button_leads_nowhere()
    {
        var page = await site.SignInAsync(Account, script: false);
        await page.GotoAsync(Factors);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa truy cập" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Thiết lập ứng dụng xác thực" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task SimulateAsync(IPage page, bool isVerified = true)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = isVerified, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    [GeneratedRegex("/dang-nhap/ma", RegexOptions.None, 2000)]
    private static partial Regex SecondStep();
}
