using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>docs/asvs.md: its rows, its counts, and what may be wrong with them. Each rule returns the breaches it found.</summary>
internal static partial class AsvsDocument
{
    public const string Path = "docs/asvs.md";
    public const string Test = "test";
    public const string Document = "document";
    public const string NotMet = "not met";
    public const string None = "n/a";

    private const string CountsBegin = "<!-- counts: rewritten by APPROVE=1 -->\n";
    private const string CountsEnd = "<!-- end of counts -->";

    public static readonly IReadOnlyList<string> States = [Test, Document, NotMet, None];

    /// <summary>The levels of all requirements of the standard by their ids.</summary>
    public static IReadOnlyDictionary<string, int> Levels { get; } =
        File.ReadLines(Repository.At("tests/KhuyenCong.Architecture.Tests/Documents/asvs-5.0.0.csv"))
            .Where(line => line.StartsWith('V')).Select(line => line.Split(','))
            .ToDictionary(part => part[0], part => int.Parse(part[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static IReadOnlyList<AsvsRow> Rows(string text) =>
        [.. Row().Matches(text).Select(m => new AsvsRow(
            m.Groups["id"].Value, int.Parse(m.Groups["level"].Value, CultureInfo.InvariantCulture), m.Groups["what"].Value.Trim(), m.Groups["state"].Value.Trim(), m.Groups["shown"].Value.Trim()))];

    /// <summary>Requirements of level 1 and 2 that lack, are doubled, are none, or stand under another level.</summary>
    public static IEnumerable<string> WrongIds(IReadOnlyList<AsvsRow> rows)
    {
        var told = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, _) in Levels.Where(known => known.Value <= 2 && !told.Contains(known.Key))) yield return $"{id} is missing";
        foreach (var group in rows.GroupBy(row => row.Id, StringComparer.Ordinal))
        {
            if (group.Count() > 1) yield return $"{group.Key} stands {group.Count()} times";
            if (!Levels.TryGetValue(group.Key, out var level)) yield return $"{group.Key} is no requirement";
            else if (group.Any(row => row.Level != level)) yield return $"{group.Key} is of level {level}";
        }
    }

    /// <summary>Rows whose last column does not hold what their state promises.</summary>
    public static IEnumerable<string> Unshown(IEnumerable<AsvsRow> rows)
    {
        foreach (var row in rows)
        {
            var isShown = row.State switch
            {
                Test => DocumentProofs.NamedTests(row.ShownBy).Any(),
                Document => DocumentProofs.Links(row.ShownBy).Any(),
                NotMet => row.ShownBy.StartsWith("because ", StringComparison.Ordinal),
                None => row.ShownBy.StartsWith("does not apply, because ", StringComparison.Ordinal),
                _ => false,
            };
            if (!isShown) yield return $"{row.Id}: {row.State}, {row.ShownBy}";
        }
    }

    /// <summary>The text with its counts made anew from its rows.</summary>
    public static string Recounted(string text)
    {
        int begin = text.IndexOf(CountsBegin, StringComparison.Ordinal), end = text.IndexOf(CountsEnd, StringComparison.Ordinal);
        return begin < 0 || end < begin ? CountsBegin + Counts(Rows(text)) + CountsEnd : text[..(begin + CountsBegin.Length)] + Counts(Rows(text)) + text[end..];
    }

    private static string Counts(IReadOnlyList<AsvsRow> rows)
    {
        var applying = rows.Where(row => row.State != None).ToList();
        var shown = applying.Count(row => row.State != NotMet);
        var counts = new StringBuilder();
        counts.Append(CultureInfo.InvariantCulture, $"**{shown} of {applying.Count}** requirements that apply are shown; {rows.Count - applying.Count} of {rows.Count} do not apply.\n\n| State | Level 1 | Level 2 | Both |\n|---|---:|---:|---:|\n");
        foreach (var state in States)
        {
            int first = rows.Count(row => row.State == state && row.Level == 1), second = rows.Count(row => row.State == state && row.Level == 2);
            counts.Append(CultureInfo.InvariantCulture, $"| {state} | {first} | {second} | {first + second} |\n");
        }

        return counts.ToString();
    }

    [GeneratedRegex(@"^\| (?<id>V[0-9.]+) \| (?<level>[0-9]) \| (?<what>[^|\n]*) \| (?<state>[^|\n]*) \| (?<shown>[^|\n]*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Row();
}
