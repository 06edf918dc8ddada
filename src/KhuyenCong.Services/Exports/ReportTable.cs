namespace KhuyenCong.Services.Exports;

/// <summary>
/// A table as people print it, from which screen, workbook and CSV are all made. A table that does not add up cannot
/// be built: every sum is compared with its rows first.
/// </summary>
public sealed class ReportTable
{
    /// <exception cref="ArgumentException">A row does not fit the columns, or is not the sum it claims to be.</exception>
    public ReportTable(string title, IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportRow> rows)
    {
        Title = title;
        Columns = columns;
        Rows = rows;
        if (columns.Count == 0) throw new ArgumentException("A table needs a column.", nameof(columns));
        if (columns.DistinctBy(c => c.Key, StringComparer.Ordinal).Count() != columns.Count)
            throw new ArgumentException("Column keys must differ.", nameof(columns));

        for (var at = 0; at < rows.Count; at++)
        {
            if (FaultOf(rows[at]) is { } fault) throw new ArgumentException($"Row {at}: {fault}.", nameof(rows));
        }
    }

    /// <summary>What the table shows, in Vietnamese; its caption.</summary>
    public string Title { get; }

    /// <summary>Lines under the title.</summary>
    public IReadOnlyList<string> Subtitles { get; init; } = [];

    /// <summary>A short name for the workbook's tab; the title where it is not set.</summary>
    public string? ShortTitle { get; init; }

    public IReadOnlyList<ReportColumn> Columns { get; }

    public IReadOnlyList<ReportRow> Rows { get; }

    /// <summary>True when a column stands under a group head, so that the head takes two rows.</summary>
    public bool HasGroups => Columns.Any(c => c.Group is not null);

    /// <summary>The cell of a row under the column with the key.</summary>
    public ReportCell Cell(ReportRow row, string key)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Key == key) return row.Cells[at];
        }

        throw new ArgumentException($"No column {key}.", nameof(key));
    }

    private string? FaultOf(ReportRow row)
    {
        if (row.Cells.Count != Columns.Count) return $"{Columns.Count} cells are needed";
        foreach (var (column, cell) in Columns.Zip(row.Cells))
        {
            if (!cell.Fits(column.Kind)) return $"{column.Key} holds no {cell.GetType().Name}";
        }

        if (row.Sums.Distinct().Count() != row.Sums.Count) return "a row is added twice";
        if (row.Sums.Any(other => other < 0 || other >= Rows.Count || Rows[other].Kind >= row.Kind))
            return "only rows of an earlier kind can be added";

        return row.Sums.Count == 0 ? null : Enumerable.Range(0, Columns.Count).Select(at => SumFaultOf(row, at)).FirstOrDefault(f => f is not null);
    }

    private string? SumFaultOf(ReportRow row, int at)
    {
        if (!Columns[at].Adds || row.Cells[at].Addend is not { } stated) return null;
        var sum = row.Sums.Aggregate(0L, (total, other) => checked(total + (Rows[other].Cells[at].Addend ?? 0)));
        return sum == stated ? null : $"{Columns[at].Key} is {stated}, its rows add up to {sum}";
    }
}
