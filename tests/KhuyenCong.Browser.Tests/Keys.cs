using Microsoft.Playwright;
using Xunit;

namespace KhuyenCong.Browser.Tests;

/// <summary>What is reached by keyboard alone.</summary>
internal static class Keys
{
    /// <summary>Presses Tab until the cursor is where it should be; how often that was.</summary>
    public static async Task<int> TabToAsync(this IPage page, string id, int most)
    {
        for (var press = 1; press <= most; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id) return press;
        }

        Assert.Fail($"Tab never reaches #{id}.");
        return 0;
    }
}
