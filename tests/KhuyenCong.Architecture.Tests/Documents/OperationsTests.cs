using System.Text.RegularExpressions;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>docs/operations.md names every key that the program reads and every command that it knows.</summary>
public sealed partial class OperationsTests
{
    private static readonly string Page = File.ReadAllText(Repository.At("docs/operations.md"));

    [Fact]
    public void Every_key_that_the_program_reads_is_told()
    {
        var read = Sources().SelectMany(text => Key().Matches(text)).Select(m => m.Groups["key"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(read.Count > 8);
        Assert.Empty(Untold(read));
    }

    [Fact]
    public void Every_command_is_told()
    {
        var known = Command().Matches(File.ReadAllText(Repository.At("src/KhuyenCong.Web/Operations/Commands/PortalCommand.cs")))
            .Select(m => string.Join(' ', Word().Matches(m.Value).Select(w => w.Value))).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(known.Count > 5);
        Assert.All(known, command => Assert.Contains($"| `{command}", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_the_page_does_not_tell_is_found() => Assert.Equal(["Mail:Server"], Untold(["Mail:Server", "Storage:Root"]));

    private static List<string> Untold(IEnumerable<string> keys) => [.. keys.Where(key => !Page.Contains($"| `{key}` |", StringComparison.Ordinal))];

    private static IEnumerable<string> Sources() => Repository.Files("src/KhuyenCong.Web", "*.cs").Select(path => File.ReadAllText(Repository.At(path)));

    [GeneratedRegex("""(?i:configuration)(\[|\.GetValue(<[^>]*>)?\()"(?<key>[A-Za-z]+(:[A-Za-z]+)+)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Key();

    [GeneratedRegex("""(case|is|or) \["[a-z]+".*?\]""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Command();

    [GeneratedRegex("(?<=\")[a-z]+(?=\")", RegexOptions.None, 2000)]
    private static partial Regex Word();
}
