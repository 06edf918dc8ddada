using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Periods;

/// <summary>The text of a period as plain lower-case letters, and the forms that are read as a whole.</summary>
internal static partial class PeriodText
{
    /// <summary>Lower case without marks; every dash is "-", an ISO date is written as day/month/year, "đến cuối năm" as "đến tháng 12".</summary>
    public static string Fold(string clean)
    {
        var folded = new StringBuilder();
        foreach (var c in VietnameseText.Normalize(clean.Replace('đ', 'd').Replace('Đ', 'd'), NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(c is '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212' or '\u2192' or '~' ? '-' : char.ToLowerInvariant(c));
        }

        var plain = IsoDate().Replace(folded.ToString(), "${day}/${month}/${year}");
        plain = ToEndOfThatYear().Replace(plain, "${head}thang 12/${year}");
        return FromYearsBegin().Replace(ToYearsEnd().Replace(plain, "${to} thang 12"), "tu thang 1");
    }

    /// <summary>"Cả năm", "cả năm 2024": the year, null where it is not written.</summary>
    public static (bool IsMatch, string? Year) WholeYear(string folded)
    {
        var match = WholeYearForm().Match(folded);
        return (match.Success, YearOf(match));
    }

    /// <summary>"6 tháng cuối năm", "06 tháng đầu năm 2024": how many months, at which end of the year.</summary>
    public static (int Count, bool AtEnd, string? Year)? PartOfYear(string folded)
    {
        if (PartOfYearForm().Match(folded) is not { Success: true } match) return null;
        var count = match.Groups["count"].Value;
        return (count == "sau" ? 6 : int.Parse(count, CultureInfo.InvariantCulture), match.Groups["end"].Value == "cuoi", YearOf(match));
    }

    private static string? YearOf(Match match) => match.Groups["year"] is { Success: true } year ? year.Value : null;

    [GeneratedRegex(@"(?<![\d/.-])(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:t[\d:.]+z?)?(?![\d/.])", RegexOptions.None, 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<head>(?<year>\d{4})\s*(?:\bden|\btoi|-)\s*)(?:het|cuoi)\s+nam\b(?![\s/]*\d{4})", RegexOptions.None, 1000)]
    private static partial Regex ToEndOfThatYear();

    [GeneratedRegex(@"(?<to>\bden|\btoi|-)\s*(?:het|cuoi)\s+nam\b", RegexOptions.None, 1000)]
    private static partial Regex ToYearsEnd();

    [GeneratedRegex(@"\btu\s+dau\s+nam\b", RegexOptions.None, 1000)]
    private static partial Regex FromYearsBegin();

    [GeneratedRegex(@"^(?:(?:trong|ca|toan)\s+)+nam(?:[\s/]*(?<year>\d{4}))?\.?$", RegexOptions.None, 1000)]
    private static partial Regex WholeYearForm();

    [GeneratedRegex(@"^(?:trong\s+)?(?<count>\d{1,2}|sau)\s*(?:thang|t)\s+(?<end>dau|cuoi)(?:\s+nam)?(?:[\s/,]*(?:nam\s*)?(?<year>\d{4}))?\.?$", RegexOptions.None, 1000)]
    private static partial Regex PartOfYearForm();
}
