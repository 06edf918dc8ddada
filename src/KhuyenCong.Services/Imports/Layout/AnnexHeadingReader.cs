using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>Reads the lines above the table: title, tranche, year, decision, source, number of projects.</summary>
internal static partial class AnnexHeadingReader
{
    public static AnnexHeading Read(AnnexGrid grid, AnnexLayout layout)
    {
        var lines = grid.Sheet.Rows.Where(r => r.Number < layout.HeaderRow)
            .SelectMany(r => r.Cells)
            .Where(c => c.Kind == CellKind.Text && c.Raw.Length <= 2_000)
            .Select(c => (c.Address, Text: VietnameseText.Clean(c.Raw), Folded: VietnameseText.Fold(c.Raw)))
            .Where(l => l.Text is not null)
            .ToList();
        var titles = lines.Where(l => !l.Folded.StartsWith("kem theo", StringComparison.Ordinal) && !l.Folded.StartsWith("trung tam", StringComparison.Ordinal) && TitleWords().IsMatch(l.Folded)).ToList();
        var title = titles.Count > 0 ? titles[0] : default;
        var paper = lines.Find(l => l.Folded.Contains("quyet dinh", StringComparison.Ordinal) && Number().IsMatch(l.Text!));
        var count = lines.Find(l => Count().IsMatch(l.Folded));
        var titleText = string.Join(' ', titles.Select(t => t.Folded));
        return new AnnexHeading(
            title.Text,
            title.Text is null ? null : title.Address,
            TrancheIn(titleText),
            Single(Year().Matches(titleText)) ?? Single(lines.SelectMany(l => Year().Matches(l.Folded))),
            paper.Text is null ? null : Number().Match(paper.Text).Groups["number"].Value.TrimEnd('.'),
            paper.Text is null ? null : DateIn(paper.Folded),
            SourceIn(titleText),
            count.Text is null ? null : int.Parse(Count().Match(count.Folded).Groups["count"].Value, CultureInfo.InvariantCulture),
            count.Text is null ? null : count.Address);
    }

    public static int? CountIn(string folded) =>
        Count().Match(folded) is { Success: true } match ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>The source a text names, or null when it names none or both.</summary>
    public static FundingSource? SourceIn(string folded)
    {
        var local = folded.Contains("khuyen cong dia phuong", StringComparison.Ordinal) || folded.Contains("kcdp", StringComparison.Ordinal);
        var national = folded.Contains("khuyen cong quoc gia", StringComparison.Ordinal) || folded.Contains("kcqg", StringComparison.Ordinal);
        return (local, national) switch
        {
            (true, false) => FundingSource.Local,
            (false, true) => FundingSource.National,
            _ => null,
        };
    }

    private static Tranche? TrancheIn(string folded)
    {
        var numbers = TrancheWords().Matches(folded).Select(m => Ordinal(m.Groups["number"].Value)).Distinct().ToList();
        var supplements = Supplement().Matches(folded).Select(m => m.Groups["number"].Success ? Ordinal(m.Groups["number"].Value) : 1).Distinct().ToList();
        Tranche? tranche = (numbers, supplements) switch
        {
            ([{ } number], []) => Tranche.Numbered(number),
            ([], [{ } number]) => Tranche.Supplement(number),
            _ => null,
        };
        return tranche is { IsValid: true } ? tranche : null;
    }

    private static int? Ordinal(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : RomanNumeral.Parse(text);

    private static int? Single(IEnumerable<Match> years)
    {
        var distinct = years.Select(m => int.Parse(m.Groups["year"].Value, CultureInfo.InvariantCulture)).Distinct().ToList();
        return distinct.Count == 1 ? distinct[0] : null;
    }

    private static DateOnly? DateIn(string folded)
    {
        var match = FullDate().Match(folded);
        return match.Success && DateOnly.TryParseExact(
            $"{match.Groups["day"].Value}/{match.Groups["month"].Value}/{match.Groups["year"].Value}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    [GeneratedRegex(@"\b(?:danh muc|khuyen cong|ke hoach|dot (?:\d|[ivx])|bo sung)", RegexOptions.None, 1000)]
    private static partial Regex TitleWords();

    [GeneratedRegex(@"\bdot (?<number>\d{1,2}|[ivx]{1,5})\b", RegexOptions.None, 1000)]
    private static partial Regex TrancheWords();

    [GeneratedRegex(@"\bbo sung\b(?: (?:lan|dot) (?<number>\d{1,2}|[ivx]{1,5})\b)?", RegexOptions.None, 1000)]
    private static partial Regex Supplement();

    [GeneratedRegex(@"\bnam (?<year>(?:19|20)\d{2})\b", RegexOptions.None, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"số[\s:]*(?<number>\d{1,6}[A-Za-z]?/[^\s,;()]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\bngay (?<day>\d{1,2}) thang (?<month>\d{1,2}) nam (?<year>\d{4})\b", RegexOptions.None, 1000)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\b(?<count>\d{1,4}) de an\b", RegexOptions.None, 1000)]
    private static partial Regex Count();
}
