namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>The formula that adds up some rows of a column.</summary>
internal static class SumFormula
{
    // A function takes 255 arguments; what is scattered more widely stays a plain number.
    private const int MostRanges = 255;

    /// <summary>"SUM(F12:F15,F18)" for the given rows of the sheet, or null where it cannot be written.</summary>
    public static string? Of(IEnumerable<int> rows, int column)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var row in rows.Order())
        {
            if (ranges.Count > 0 && ranges[^1].To == row - 1) ranges[^1] = (ranges[^1].From, row);
            else ranges.Add((row, row));
        }

        return ranges.Count is 0 or > MostRanges ? null : $"SUM({string.Join(',', ranges.Select(Range))})";

        string Range((int From, int To) range)
        {
            var from = SheetGrid.Reference(range.From, column);
            return range.From == range.To ? from : from + ":" + SheetGrid.Reference(range.To, column);
        }
    }
}
