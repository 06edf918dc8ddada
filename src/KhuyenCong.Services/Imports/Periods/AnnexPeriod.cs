using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Periods;

/// <summary>
/// The strict reader of "Thời gian thực hiện": months ("05/2024", "tháng 5-9 năm 2024"), quarters ("Quý II/2024"),
/// whole years ("Năm 2024"), days and date cells, alone or as a range. A year must be written.
/// </summary>
public static partial class AnnexPeriod
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    public static PeriodReading Read(SheetCell? cell) => cell switch
    {
        null => PeriodReading.Failed(PeriodProblem.Missing),
        { Kind: CellKind.Date, Date: { } day } => PeriodReading.Of(AnnexMonths.Between(day.Year, day.Month, day.Year, day.Month)),
        { Kind: CellKind.Text } or { Kind: CellKind.Number } => ReadText(cell.Raw),
        { Kind: CellKind.FormulaWithoutValue } => PeriodReading.Failed(PeriodProblem.FormulaWithoutValue),
        _ => PeriodReading.Failed(PeriodProblem.Unreadable),
    };

    /// <summary>From the first month of one cell to the last month of another.</summary>
    public static PeriodReading Between(SheetCell? start, SheetCell? end)
    {
        var (from, to) = (Read(start), Read(end));
        if ((from.Problem ?? to.Problem) is { } problem) return PeriodReading.Failed(problem);
        var (first, last) = (from.Months!.Value.Start, to.Months!.Value.End);
        return last < first ? PeriodReading.Failed(PeriodProblem.EndBeforeStart) : PeriodReading.Of(new AnnexMonths(first, last));
    }

    public static PeriodReading ReadText(string? typed)
    {
        if (VietnameseText.Clean(typed) is not { } clean) return PeriodReading.Failed(PeriodProblem.Missing);
        if (clean.Length > 80) return PeriodReading.Failed(PeriodProblem.Unreadable);
        var text = Compact(clean);
        if (text.Length == 0 || text.All(c => c == '-')) return PeriodReading.Failed(PeriodProblem.Missing);
        if (Day(text) is { } day) return Join(day, day);
        if (SameYear().Match(text) is { Success: true } same)
        {
            var tail = "/" + same.Groups["year"].Value;
            var kind = same.Groups["kind"].Value;
            return Join(Point(kind + same.Groups["from"].Value + tail), Point(kind + same.Groups["to"].Value + tail));
        }

        if (Point(text) is { } point) return Join(point, point);
        var ends = text.Split('-');
        return ends.Length == 2 ? Join(Point(ends[0]), Point(ends[1])) : PeriodReading.Failed(PeriodProblem.Unreadable);
    }

    private static PeriodReading Join(End? start, End? end)
    {
        if (start is not { } from || end is not { } to) return PeriodReading.Failed(PeriodProblem.Unreadable);
        if ((from.Problem ?? to.Problem) is { } problem) return PeriodReading.Failed(problem);
        if ((to.Year, to.LastMonth).CompareTo((from.Year, from.FirstMonth)) < 0 || to.Day < from.Day)
        {
            return PeriodReading.Failed(PeriodProblem.EndBeforeStart);
        }

        return PeriodReading.Of(AnnexMonths.Between(from.Year, from.FirstMonth, to.Year, to.LastMonth));
    }

    private static End? Point(string text)
    {
        if (Day(text) is { } day) return day;
        if (WholeYear().Match(text) is { Success: true } year) return Checked(year.Groups["year"].Value, 1, 12, null);
        if (Month().Match(text) is { Success: true } month)
        {
            var number = Number(month.Groups["month"].Value);
            return Checked(month.Groups["year"].Value, number, number, number is >= 1 and <= 12 ? null : PeriodProblem.NoSuchMonth);
        }

        if (Quarter().Match(text) is not { Success: true } match) return null;
        var sign = match.Groups["quarter"].Value;
        var quarter = RomanNumeral.Parse(sign) ?? (char.IsAsciiDigit(sign[0]) ? Number(sign) : 0);
        return Checked(match.Groups["year"].Value, (quarter * 3) - 2, quarter * 3, quarter is >= 1 and <= 4 ? null : PeriodProblem.NoSuchQuarter);
    }

    private static End? Day(string text)
    {
        if (FullDate().Match(text) is not { Success: true } match) return null;
        var month = Number(match.Groups["month"].Value);
        var day = Number(match.Groups["day"].Value);
        var year = Number(match.Groups["year"].Value);
        if (month is < 1 or > 12) return new End(year, 0, 0, null, PeriodProblem.NoSuchMonth);
        if (Checked(match.Groups["year"].Value, month, month, null) is not { } end) return null;
        return day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? end with { Day = new DateOnly(year, month, day) }
            : end with { Problem = PeriodProblem.NoSuchDay };
    }

    private static End? Checked(string yearText, int first, int last, PeriodProblem? problem) =>
        Number(yearText) is var year and >= FirstYear and <= LastYear ? new End(year, first, last, null, problem) : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Lower case without marks and spaces; words of months and ranges become the signs "/" and "-".</summary>
    private static string Compact(string clean)
    {
        var folded = new StringBuilder();
        foreach (var c in VietnameseText.Normalize(clean.Replace('đ', 'd').Replace('Đ', 'd'), NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(c is '\u2013' or '\u2014' or '\u2212' or '~' ? '-' : char.ToLowerInvariant(c));
        }

        var text = Fillers().Replace(folded.ToString(), " ");
        text = Until().Replace(text, "-");
        text = YearWord().Replace(text, "/");
        return string.Concat(text.Where(c => c is not (' ' or ':')));
    }

    private readonly record struct End(int Year, int FirstMonth, int LastMonth, DateOnly? Day, PeriodProblem? Problem);

    [GeneratedRegex(@"\b(?:tu|thang|trong|het|cac|ca|ngay|t\.?(?=\s?\d))\s*", RegexOptions.None, 1000)]
    private static partial Regex Fillers();

    [GeneratedRegex(@"\s*\bden\b\s*", RegexOptions.None, 1000)]
    private static partial Regex Until();

    // "5 năm 2024" is "5/2024"; a leading "năm 2024" stays a whole year.
    [GeneratedRegex(@"(?<=[0-9ivx])\s*,?\s*nam\s*(?=\d)", RegexOptions.None, 1000)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"^(?:nam)?(?<year>\d{4})$", RegexOptions.None, 1000)]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"^(?<month>\d{1,2})[/.-](?<year>\d{4})$", RegexOptions.None, 1000)]
    private static partial Regex Month();

    [GeneratedRegex(@"^quy(?<quarter>[ivx]{1,4}|\d{1,2})[/.](?<year>\d{4})$", RegexOptions.None, 1000)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?<day>\d{1,2})(?<sep>[/.])(?<month>\d{1,2})\k<sep>(?<year>\d{4})$", RegexOptions.None, 1000)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"^(?<kind>(?:quy)?)(?<from>\d{1,2}|[ivx]{1,4})-(?:quy)?(?<to>\d{1,2}|[ivx]{1,4})[/.](?<year>\d{4})$", RegexOptions.None, 1000)]
    private static partial Regex SameYear();
}
