using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace KhuyenCong.Browser.Tests;

/// <summary>
/// What axe finds on a page. It is run in the page itself: the portal has no frames, and Deque's way through them opens another page
/// for each run, which takes a second.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Each violation with its rule and the first places it is at; none is what every page must have.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Script);
        return (await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .map(v => `${v.id} (${v.help}): ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
            """))!;
    }

    /// <summary>By how many pixels the page scrolls sideways.</summary>
    public static Task<int> TooWideAsync(this IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Where the error summary leads to nothing.</summary>
    public static async Task<string[]> LostAsync(this IPage page) => (await page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('.error-summary a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"))!;

    /// <summary>axe finds nothing, and nothing scrolls sideways.</summary>
    public static async Task IsSoundAsync(this IPage page, string what)
    {
        Assert.Empty((await page.ViolationsAsync()).Select(v => $"{what}: {v}"));
        Assert.Equal(0, await page.TooWideAsync());
        Assert.Empty((await page.LostAsync()).Select(id => $"{what}: the error summary leads to {id}, which is not there"));
    }

    /// <summary>Keeps a picture of a page at three widths; at each axe finds nothing, and nothing scrolls sideways.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        foreach (var width in new[] { 320, 390, 1366 })
        {
            await page.SetViewportSizeAsync(width, 768);
            await page.KeepAsync($"{width}-{name}", whole: true);
            await page.IsSoundAsync($"{name}, {width} px");
        }
    }
}
