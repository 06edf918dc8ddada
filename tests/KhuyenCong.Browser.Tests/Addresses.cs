using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace KhuyenCong.Browser.Tests;

/// <summary>Where a page is, asked again and again until it is so: Playwright's own waiting misses an event that fired before it began.</summary>
internal static class Addresses
{
    private const float Patience = 60_000;

    public static Task ToBeAtAsync(this IPage page, Regex address) => Assertions.Expect(page).ToHaveURLAsync(address, new() { Timeout = Patience });

    /// <summary>The address no longer contains a word.</summary>
    public static Task ToHaveLeftAsync(this IPage page, string word) =>
        Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(Regex.Escape(word), RegexOptions.None, TimeSpan.FromSeconds(2)), new() { Timeout = Patience });
}
