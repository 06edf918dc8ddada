namespace KhuyenCong.Services.Exports;

/// <summary>A row of a report table: one cell for each column.</summary>
public sealed record ReportRow(RowKind Kind, IReadOnlyList<ReportCell> Cells)
{
    /// <summary>Positions, in the same table, of the rows that this row adds up; empty for a row that adds nothing.</summary>
    public IReadOnlyList<int> Sums { get; init; } = [];

    public static ReportRow Item(params IReadOnlyList<ReportCell> cells) => new(RowKind.Item, cells);
}
