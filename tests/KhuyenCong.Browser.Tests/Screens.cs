using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KhuyenCong.Browser.Tests;

/// <summary>Pictures of what a test saw, kept where KHUYENCONG_SCREENSHOTS names a folder.</summary>
internal static partial class Screens
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("KHUYENCONG_SCREENSHOTS");

    public static async Task KeepAsync(this IPage page, string name, bool whole = false)
    {
        if (Folder is null) return;
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, Unfit().Replace(name, "-") + ".png"), FullPage = whole });
    }

    [GeneratedRegex("[^a-z0-9-]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Unfit();
}
