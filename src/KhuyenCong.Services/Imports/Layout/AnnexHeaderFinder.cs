using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>Finds the header of the table: one to three rows in which a project's name and an amount are labelled.</summary>
internal static class AnnexHeaderFinder
{
    private const int RowsSearched = 300;
    private const int MostLevels = 3;
    private const int LeastColumns = 3;

    public static AnnexLayout? Find(AnnexGrid grid, AnnexChoices choices)
    {
        AnnexLayout? best = null;
        foreach (var row in grid.Sheet.Rows.Take(RowsSearched))
        {
            for (var depth = 1; depth <= MostLevels; depth++)
            {
                if (depth > 1 && !ContinuesHeader(grid, row.Number, row.Number + depth - 1)) break;
                if (Layout(grid, choices, row.Number, depth) is { } layout && (best is null || layout.Count > best.Count)) best = layout;
            }

            // The first header is the table's; the same labels further down repeat it on a new page.
            if (best is not null && row.Number > best.LastHeaderRow) break;
        }

        if (best is null) return null;
        if (AnnexYears.BesideSupport(grid, best.YearHeaders, best) is { Count: > 0 } years) best = best with { Years = years };
        return best with { Unread = [.. Unread(grid, best)] };
    }

    // Every column with a value in the table is read or named.
    private static IEnumerable<AnnexUnreadColumn> Unread(AnnexGrid grid, AnnexLayout layout)
    {
        var read = layout.Found.Concat(layout.Twice).Select(f => f.Header.Column).Concat(layout.Years.Select(y => y.Header.Column)).ToHashSet();
        var headers = Enumerable.Range(layout.HeaderRow, layout.Depth).Reverse().ToList();
        var below = grid.Sheet.Rows.Where(r => r.Number > layout.LastHeaderRow).SelectMany(r => r.Cells).ToLookup(c => c.Address.Column);
        foreach (var column in below.Select(c => c.Key).Where(c => !read.Contains(c)).Order())
        {
            var row = headers.Find(r => grid.Text(r, column) is not null);
            var header = new CellAddress(row == 0 ? layout.LastHeaderRow : row, column);
            var hasAmounts = below[column].Any(c => c.Kind == CellKind.Number && !NumberFormat.IsPercent(c.Format));
            yield return new AnnexUnreadColumn(header, row == 0 ? null : grid.Text(row, column), hasAmounts, grid.IsUnseen(column, layout.LastHeaderRow));
        }
    }

    private static AnnexLayout? Layout(AnnexGrid grid, AnnexChoices choices, int firstRow, int depth)
    {
        var rows = Enumerable.Range(firstRow, depth).ToList();
        var columns = rows.SelectMany(r => grid.Sheet.Rows.FirstOrDefault(s => s.Number == r)?.Cells ?? []).Select(c => c.Address.Column).Distinct().Order().ToList();
        var found = new List<AnnexColumnFound>();
        var twice = new List<AnnexColumnFound>();
        var amountLabels = new List<(int Column, string Label)>();

        var labels = columns.Select(c => (Column: c, Label: Lowest(grid, rows, c))).Where(l => l.Label is not null).ToDictionary(l => l.Column, l => l.Label!.Value);
        var adjustment = AnnexAdjustmentHeader.Find(grid, choices, firstRow, labels);
        foreach (var (column, label) in adjustment?.All ?? [])
        {
            labels.Remove(column);
            amountLabels.Add((column, label));
        }

        var yearHeaders = AnnexYears.Headers(grid, choices, firstRow, labels);

        // What nobody sees is read only where nothing seen means the same.
        foreach (var column in columns.OrderBy(c => grid.IsUnseen(c, rows[^1])))
        {
            if (!labels.TryGetValue(column, out var label) || yearHeaders.Exists(h => h.Column == column)) continue;
            var parent = Parent(grid, rows, label.Row, column);
            var isChosen = choices.Columns.TryGetValue(column, out var chosen);
            if ((isChosen ? chosen : Meaning(label.Text, parent)) is not { } meaning) continue;
            var item = new AnnexColumnFound(meaning, new CellAddress(label.Row, column), label.Text);
            if (meaning == AnnexColumn.Total && !isChosen && AnnexYears.SumOver(grid, firstRow, item.Header, yearHeaders) is { } whole)
            {
                item = item with { Column = AnnexColumn.Support, Label = $"{whole} {label.Text}" };
                meaning = AnnexColumn.Support;
            }

            if (grid.IsUnseen(column, rows[^1]) && !isChosen && found.Exists(f => f.Column == meaning)) continue;
            if (AnnexLayout.IsAmount(meaning)) amountLabels.AddRange(parent is null ? [(column, label.Text)] : [(column, label.Text), (column, parent)]);
            if (found.Find(f => f.Column == meaning) is not { } earlier) found.Add(item);
            else if (meaning == AnnexColumn.Name && !found.Exists(f => f.Column == AnnexColumn.Goal)) AddSecondContent(found, earlier, item);
            else if (meaning != AnnexColumn.Support || !SplitBySource(found, earlier, item)) AddTwice(twice, item, isChosen);
        }

        // A line over the whole table (its title, the unit) is not a level of its header.
        var isHeader = found.Count + (adjustment?.All.Count ?? 0) >= LeastColumns
            && found.Count(f => f.Header.Row == firstRow) >= 2
            && found.Exists(f => f.Column == AnnexColumn.Name)
            && (found.Exists(f => f.Column is AnnexColumn.Total or AnnexColumn.Support) || yearHeaders.Exists(h => h.IsSupport) || adjustment is not null);
        if (!isHeader) return null;
        var (years, yearsTwice) = AnnexYears.Settle(yearHeaders, found);
        amountLabels.AddRange(years.Select(y => (y.Header.Column, y.Label)));
        return new AnnexLayout(firstRow, depth, [.. found.OrderBy(f => f.Header.Column)], [.. twice, .. yearsTwice], amountLabels) { Years = years, YearHeaders = yearHeaders, Adjustment = adjustment };
    }

    private static void AddTwice(List<AnnexColumnFound> twice, AnnexColumnFound item, bool isChosen)
    {
        if (isChosen || AnnexLayout.IsAmount(item.Column) || item.Column is AnnexColumn.Area or AnnexColumn.Period or AnnexColumn.Beneficiary) twice.Add(item);
    }

    // «KCQG» beside «KCĐP»: each source has its own column.
    private static bool SplitBySource(List<AnnexColumnFound> found, AnnexColumnFound earlier, AnnexColumnFound item)
    {
        static FundingSource? Source(AnnexColumnFound column) => AnnexHeadingReader.SourceIn(VietnameseText.Fold(column.Label));
        if (Source(earlier) is not { } first || Source(item) is not { } second || first == second || found.Exists(f => f.Column == AnnexColumn.NationalSupport)) return false;
        var (local, national) = first == FundingSource.Local ? (earlier, item) : (item, earlier);
        found.Remove(earlier);
        found.Add(local with { Column = AnnexColumn.Support });
        found.Add(national with { Column = AnnexColumn.NationalSupport });
        return true;
    }

    /// <summary>"Tên đề án" and "Nội dung" side by side: the second is the content, not another name.</summary>
    private static void AddSecondContent(List<AnnexColumnFound> found, AnnexColumnFound earlier, AnnexColumnFound item)
    {
        static bool IsName(string label) => VietnameseText.Fold(label).StartsWith("ten", StringComparison.Ordinal);
        if (IsName(item.Label) && !IsName(earlier.Label))
        {
            found[found.IndexOf(earlier)] = earlier with { Column = AnnexColumn.Goal };
            found.Add(item);
        }
        else
        {
            found.Add(item with { Column = AnnexColumn.Goal });
        }
    }

    private static AnnexColumn? Meaning(string label, string? parent)
    {
        var own = AnnexLabels.Column(label);
        if (own is not null || parent is null) return own;
        return AnnexLabels.Column(parent + " " + label);
    }

    private static (int Row, string Text)? Lowest(AnnexGrid grid, List<int> rows, int column)
    {
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            if (grid.Text(rows[i], column) is not { } text) continue;
            if (grid.At(rows[i], column) is { } cell && cell.Kind != CellKind.Text && !AnnexYears.IsYear(cell)) return null;
            // A label over several columns names none of them, unless it is merged over the last level too.
            var heads = grid.Merge(rows[i], column) is { SpansColumns: true } merge && merge.Last.Row < rows[^1];
            return heads ? null : (rows[i], text);
        }

        return null;
    }

    private static string? Parent(AnnexGrid grid, List<int> rows, int labelRow, int column)
    {
        if (labelRow == rows[0]) return null;
        var above = grid.SeenFrom(labelRow - 1, column);
        return above.Row >= rows[0] ? grid.Text(above.Row, above.Column) : null;
    }

    /// <summary>
    /// True when every cell of the row stands under a label that heads several columns, or under nothing, and at least
    /// one of them is a known label; a data row stands under plain labels.
    /// </summary>
    private static bool ContinuesHeader(AnnexGrid grid, int firstRow, int row)
    {
        var cells = grid.Sheet.Rows.FirstOrDefault(r => r.Number == row)?.Cells ?? [];
        if (cells.Count == 0 || cells.Any(c => c.Kind != CellKind.Text && !AnnexYears.IsYear(c))) return false;
        var labelled = false;
        foreach (var cell in cells)
        {
            var column = cell.Address.Column;
            var above = grid.SeenFrom(row - 1, column);
            var label = above.Row >= firstRow ? grid.Text(above.Row, above.Column) : null;
            var heads = label is null
                || AnnexLabels.HeadsOthers(label)
                || grid.Merge(above.Row, above.Column) is { SpansColumns: true };
            if (!heads) return false;
            labelled |= Meaning(grid.Text(row, column) ?? string.Empty, label) is not null || AnnexYears.YearIn(grid.Text(row, column)) is not null || AnnexAdjustmentHeader.Speaks(grid.Text(row, column));
        }

        return labelled;
    }
}
