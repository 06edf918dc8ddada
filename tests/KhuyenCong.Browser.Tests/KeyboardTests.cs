using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KhuyenCong.Browser.Tests;

/// <summary>The keyboard alone suffices.</summary>
[Collection("One browser")]
public class KeyboardTests(DemoSite site)
{
    [Fact]
    public async Task Signing_in_opening_a_plan_and_skipping_to_its_content_needs_no_mouse()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/dang-nhap");
        await page.TabToAsync("Email", most: 20);
        await page.Keyboard.TypeAsync("lanhdao@demo.sct.vn");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(DemoSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("Đến nội dung chính");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("noi-dung", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_slash_key_puts_the_cursor_into_the_search()
    {
        var page = await site.SignInAsync("quanly@demo.sct.vn");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("m'drak");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("M'Đrắk");
        await page.Context.CloseAsync();
    }
}
