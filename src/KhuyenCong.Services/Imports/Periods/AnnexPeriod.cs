using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Periods;

/// <summary>
/// The strict reader of "Thời gian thực hiện": months ("05/2024", "tháng 5-9 năm 2024", "tháng 3, 4, 5"), quarters ("quý II, III/2024"),
/// whole years ("năm 2024", "cả năm"), parts of one ("6 tháng cuối năm"), days and date cells, alone or as a range. A year
/// that is not written is the plan's, where that is known, and said to be so; what could be two things is neither.
/// </summary>
public static partial class AnnexPeriod
{
    private const int Longest = 80;

    /// <param name="cell">The cell; null for a blank one.</param>
    /// <param name="year">The plan's year, for what is written without one.</param>
    public static PeriodReading Read(SheetCell? cell, int? year = null) => cell switch
    {
        null => PeriodReading.Failed(PeriodProblem.Missing),
        { Kind: CellKind.Date, Date: { } day } when IsWithoutYear(cell.Format) =>
            PeriodReading.Failed(PeriodProblem.AutoDate) with { Either = DayOrMonths.Of(day, year ?? day.Year) },
        { Kind: CellKind.Date, Date: { } day } => PeriodReading.Of(AnnexMonths.Between(day.Year, day.Month, day.Year, day.Month)),
        { Kind: CellKind.Text } or { Kind: CellKind.Number } => ReadText(cell.Raw, year),
        { Kind: CellKind.FormulaWithoutValue } => PeriodReading.Failed(PeriodProblem.FormulaWithoutValue),
        _ => PeriodReading.Failed(PeriodProblem.Unreadable),
    };

    public static PeriodReading ReadText(string? typed, int? year = null)
    {
        if (VietnameseText.Clean(typed) is not { } clean) return PeriodReading.Failed(PeriodProblem.Missing);
        if (clean.Length > Longest) return PeriodReading.Failed(PeriodProblem.Unreadable);
        var folded = PeriodText.Fold(clean);
        if (folded.All(c => c is '-' or ' ')) return PeriodReading.Failed(PeriodProblem.Missing);
        if (PeriodText.WholeYear(folded) is { IsMatch: true } whole) return OfYear(1, 12, whole.Year, year);
        if (PeriodText.PartOfYear(folded) is { } part)
        {
            if (part.Count is < 1 or > 12) return PeriodReading.Failed(PeriodProblem.NoSuchMonth);
            return part.AtEnd ? OfYear(13 - part.Count, 12, part.Year, year) : OfYear(1, part.Count, part.Year, year);
        }

        return PeriodToken.Read(folded) is { } tokens && new PeriodPointReader(tokens).Read() is { } items
            ? PeriodMonths.Of(items, year)
            : PeriodReading.Failed(PeriodProblem.Unreadable);
    }

    /// <summary>From the first month of one cell to the last of another, where start and end have a column each.</summary>
    public static PeriodReading Between(SheetCell? start, SheetCell? end, int? year = null)
    {
        var (from, to) = (ReadPoint(start, year), ReadPoint(end, year));
        if (from.Problem is PeriodProblem.Missing || to.Problem is PeriodProblem.Missing) return PeriodReading.Failed(PeriodProblem.Missing);
        if (from.Months is not { } first) return from;
        if (to.Months is not { } last) return to;
        return last.End < first.Start || end!.Date < start!.Date
            ? PeriodReading.Failed(PeriodProblem.EndBeforeStart)
            : PeriodReading.Of(new AnnexMonths(first.Start, last.End)) with { YearAssumed = from.YearAssumed || to.YearAssumed };
    }

    // «4» in a column of beginnings is April.
    private static PeriodReading ReadPoint(SheetCell? cell, int? year) =>
        cell is { Kind: CellKind.Text or CellKind.Number } && cell.Raw.Trim() is { Length: 1 or 2 } raw && raw.All(char.IsAsciiDigit) ? ReadText("tháng " + raw, year) : Read(cell, year);

    private static PeriodReading OfYear(int firstMonth, int lastMonth, string? written, int? planYear)
    {
        var year = written is null ? planYear : int.Parse(written, CultureInfo.InvariantCulture);
        if (year is not { } known) return PeriodReading.Failed(PeriodProblem.YearMissing);
        return PeriodPointReader.IsYear(known)
            ? PeriodReading.Of(AnnexMonths.Between(known, firstMonth, known, lastMonth)) with { YearAssumed = written is null }
            : PeriodReading.Failed(PeriodProblem.Unreadable);
    }

    /// <summary>Excel shows so what was typed as "5-9" or "5/9" and became a date; "5/2024" it shows as month and year.</summary>
    private static bool IsWithoutYear(string? format)
    {
        if (format is null) return false;
        var shown = NotShown().Replace(format, string.Empty);
        return shown.Contains('d', StringComparison.OrdinalIgnoreCase)
            && shown.Contains('m', StringComparison.OrdinalIgnoreCase)
            && !shown.Contains('y', StringComparison.OrdinalIgnoreCase);
    }

    // Quoted text, escaped letters and brackets of country or colour are not part of the date's form.
    [GeneratedRegex("""\"[^"]*\"|\\.|\[[^\]]*\]|_.""", RegexOptions.None, 1000)]
    private static partial Regex NotShown();
}
