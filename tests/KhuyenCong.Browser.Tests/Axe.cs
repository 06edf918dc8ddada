using Deque.AxeCore.Commons;
using Microsoft.Playwright;

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
}
