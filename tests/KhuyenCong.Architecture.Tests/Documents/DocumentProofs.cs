using System.Text;
using System.Text.RegularExpressions;
using KhuyenCong.Architecture.Tests.Sources;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>What the documents point at: tests by name, pages and their sections by link.</summary>
internal static partial class DocumentProofs
{
    /// <summary>Every class of tests with its tests, from the sources; tests that are always skipped prove nothing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> KnownTests { get; } = Repository.Files("tests", "*.cs")
        .SelectMany(path => TestsOf(File.ReadAllText(Repository.At(path))))
        .GroupBy(found => found.Class, found => found.Method, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlySet<string>)group.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The pages under docs.</summary>
    public static IEnumerable<string> Pages => Repository.Files("docs", "*.md");

    /// <summary>The tests that a source file holds.</summary>
    public static IEnumerable<(string Class, string Method)> TestsOf(string source)
    {
        var code = new SourceFile("Some.cs", source).Code;
        var classes = TestClass().Matches(code);
        foreach (Match test in TestMethod().Matches(code))
        {
            var attribute = test.Groups["attribute"].Value;
            var isSkipped = attribute.Contains("Skip =", StringComparison.Ordinal) && !attribute.Contains("SkipUnless", StringComparison.Ordinal) && !attribute.Contains("SkipWhen", StringComparison.Ordinal);
            if (!isSkipped && classes.LastOrDefault(c => c.Index < test.Index) is { } holder) yield return (holder.Groups["name"].Value, test.Groups["name"].Value);
        }
    }

    /// <summary>The tests that a text names: `SomeTests` or `SomeTests.A_sentence`.</summary>
    public static IEnumerable<(string Class, string? Method)> NamedTests(string text) =>
        NamedTest().Matches(text).Select(m => (m.Groups["class"].Value, m.Groups["method"] is { Success: true } method ? method.Value : null));

    public static IEnumerable<string> LostTests(string text, IReadOnlyDictionary<string, IReadOnlySet<string>> known) => NamedTests(text)
        .Where(named => !known.TryGetValue(named.Class, out var methods) || (named.Method is { } method && !methods.Contains(method)))
        .Select(named => named.Method is null ? named.Class : $"{named.Class}.{named.Method}").Distinct(StringComparer.Ordinal);

    /// <summary>The links of a text to files of the repository.</summary>
    public static IEnumerable<(string Target, string? Section)> Links(string text) => Link().Matches(text)
        .Where(m => !m.Groups["target"].Value.Contains(':', StringComparison.Ordinal))
        .Select(m => (m.Groups["target"].Value, m.Groups["section"] is { Success: true } section ? section.Value : null));

    /// <summary>Links to files that are not there, and to sections that a page does not have.</summary>
    /// <param name="page">From the root, such as docs/security.md.</param>
    /// <param name="text">The page's text.</param>
    public static IEnumerable<string> DeadLinks(string page, string text)
    {
        foreach (var (target, section) in Links(text).Distinct())
        {
            var isHere = target.Length == 0;
            var file = Path.GetFullPath(Path.Combine(Repository.At(Path.GetDirectoryName(page)!), target));
            if (!isHere && !File.Exists(file) && !Directory.Exists(file)) yield return $"{page}: {target}";
            else if (section is not null && !Sections(isHere ? text : File.ReadAllText(file)).Contains(section)) yield return $"{page}: {target}#{section}";
        }
    }

    /// <summary>The names by which the sections of a page are linked: lower case, hyphens for spaces, no punctuation.</summary>
    public static IReadOnlySet<string> Sections(string text) => Heading().Matches(text).Select(m => Slug(m.Groups["title"].Value)).ToHashSet(StringComparer.Ordinal);

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter) || letter is '-' or '_') slug.Append(letter);
            else if (letter == ' ') slug.Append('-');
        }

        return slug.ToString();
    }

    [GeneratedRegex(@"\bclass\s+(?<name>\w+Tests)\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex TestClass();

    [GeneratedRegex(@"\[(?<attribute>\w*(Fact|Theory)\b[^\]]*)\](?:(?!\b(Fact|Theory)\b).)*?\bpublic\s+(static\s+)?(async\s+)?(void|Task|ValueTask)\s+(?<name>\w+)\s*\(", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TestMethod();

    [GeneratedRegex("`(?<class>[A-Z]\\w*Tests)(\\.(?<method>\\w+))?`", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex NamedTest();

    [GeneratedRegex(@"\[[^\]\n]*\]\((?<target>[^)\s#]*)(#(?<section>[^)\s]+))?\)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Heading();
}
