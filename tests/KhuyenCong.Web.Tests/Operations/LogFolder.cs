using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>A portal's log file in a folder of its own, read while it is written.</summary>
public sealed partial class LogFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("khuyencong-log-").FullName;

    /// <summary>Has the portal write everything it tells an operator into the folder.</summary>
    public void Of(PortalFactory portal)
    {
        portal.Settings["Logging:File"] = Path.Combine(Folder, "cong-.log");
        portal.Settings["Serilog:MinimumLevel:Default"] = "Information";
    }

    public string Read()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    public IReadOnlyList<string> Lines(string holding) =>
        [.. Read().Split('\n').Where(line => line.Contains(holding, StringComparison.Ordinal))];

    public IEnumerable<string> Files => Directory.EnumerateFiles(Folder);

    /// <summary>The line of a security event; fails with all of them where it is not there.</summary>
    public string AssertTold(string what, string outcome, int? account, string address, string? place = null)
    {
        var who = account?.ToString(CultureInfo.InvariantCulture) ?? "-";
        var line = Lines("Security ").FirstOrDefault(l => l.Contains($"{what} \"{outcome}\" account \"{who}\" from \"{address}\"", StringComparison.Ordinal)
            && (place is null || l.Contains($"at \"{place}\"", StringComparison.Ordinal)));
        Assert.True(line is not null, $"No {what} {outcome} of {who} at {place} in:\n" + string.Join('\n', Lines("Security ")));
        // Behind the level: the trace's id, as error pages show it, and the request's.
        Assert.Matches(@"\] [0-9a-f]{32} \S+ Security ", line);
        return line;
    }

    /// <summary>
    /// Fails where any of the texts stands in the log, in whatever case. The ids that the portal itself puts before each message
    /// are left out: four digits of a secret stand in one of them by chance every few runs.
    /// </summary>
    public void AssertNowhere(params IEnumerable<string> secrets)
    {
        var text = Ids().Replace(Read(), string.Empty);
        Assert.NotEmpty(text);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    [GeneratedRegex(@"(?<=^\S+ \S+ \S+ \[[A-Z]{3}\] )[0-9a-f]{32} \S+ ", RegexOptions.Multiline, 2000)]
    private static partial Regex Ids();
}
