using Xunit;

namespace KhuyenCong.Browser.Tests;

/// <summary>The browser of Debian's package; tests that need it are skipped where it is not, unless it is required.</summary>
internal static class Chromium
{
    public const string Path = "/usr/bin/chromium";

    /// <summary>Asked for in the environment: a skip would then hide something.</summary>
    public const string RequiredBy = "KHUYENCONG_REQUIRE_BROWSER";

    public static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static bool IsThere => File.Exists(Path);

    public static void Require()
    {
        if (IsThere) return;
        if (Environment.GetEnvironmentVariable(RequiredBy) == "1") Assert.Fail($"{Path} is required by {RequiredBy} and not there.");
        Assert.Skip($"Needs {Path} (Debian's package chromium).");
    }
}
