using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>Finds the header of the table: one to three rows in which a project's name and an amount are labelled.</summary>
internal static class AnnexHeaderFinder
{
    private const int RowsSearched = 300;
    private const int MostLevels = 3;
    private const int LeastColumns = 3;

    public static AnnexLayout? Find(AnnexGrid grid)
    {
        AnnexLayout? best = null;
        foreach (var row in grid.Sheet.Rows.Take(RowsSearched))
        {
            for (var depth = 1; depth <= MostLevels; depth++)
            {
                if (depth > 1 && !ContinuesHeader(grid, row.Number, row.Number + depth - 1)) break;
                if (Layout(grid, row.Number, depth) is { } layout && (best is null || layout.Found.Count > best.Found.Count)) best = layout;
            }

            // The first header is the table's; the same labels further down repeat it on a new page.
            if (best is not null && row.Number > best.LastHeaderRow) break;
        }

        return best;
    }

    private static AnnexLayout? Layout(AnnexGrid grid, int firstRow, int depth)
    {
        var rows = Enumerable.Range(firstRow, depth).ToList();
        var columns = rows.SelectMany(r => grid.Sheet.Rows.FirstOrDefault(s => s.Number == r)?.Cells ?? [])
            .Select(c => c.Address.Column).Distinct().Order();
        var found = new List<AnnexColumnFound>();
        var twice = new List<AnnexColumnFound>();
        var amountLabels = new List<(int Column, string Label)>();
        foreach (var column in columns)
        {
            if (Lowest(grid, rows, column) is not { } label) continue;
            var parent = Parent(grid, rows, label.Row, column);
            if (Meaning(label.Text, parent) is not { } meaning) continue;
            var item = new AnnexColumnFound(meaning, new CellAddress(label.Row, column), label.Text);
            if (AnnexLayout.IsAmount(meaning)) amountLabels.AddRange(parent is null ? [(column, label.Text)] : [(column, label.Text), (column, parent)]);
            if (found.Find(f => f.Column == meaning) is not { } earlier) found.Add(item);
            else if (meaning == AnnexColumn.Name && !found.Exists(f => f.Column == AnnexColumn.Goal)) AddSecondContent(found, earlier, item);
            else if (AnnexLayout.IsAmount(meaning)) twice.Add(item);
        }

        // A line over the whole table (its title, the unit) is not a level of its header.
        var isHeader = found.Count >= LeastColumns
            && found.Count(f => f.Header.Row == firstRow) >= 2
            && found.Exists(f => f.Column == AnnexColumn.Name)
            && found.Exists(f => f.Column is AnnexColumn.Total or AnnexColumn.Support);
        return isHeader ? new AnnexLayout(firstRow, depth, found, twice, amountLabels) : null;
    }

    /// <summary>"Tên đề án" and "Nội dung" side by side: the second is the content, not another name.</summary>
    private static void AddSecondContent(List<AnnexColumnFound> found, AnnexColumnFound earlier, AnnexColumnFound item)
    {
        static bool IsName(string label) => Domain.Text.VietnameseText.Fold(label).StartsWith("ten", StringComparison.Ordinal);
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
            if (grid.At(rows[i], column)!.Kind != CellKind.Text) return null;
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
        if (cells.Count == 0 || cells.Any(c => c.Kind != CellKind.Text)) return false;
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
            labelled |= Meaning(grid.Text(row, column) ?? string.Empty, label) is not null;
        }

        return labelled;
    }
}
