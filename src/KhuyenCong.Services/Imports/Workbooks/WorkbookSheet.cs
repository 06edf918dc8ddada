namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>A worksheet: its rows with values, in order, and its merged blocks.</summary>
public sealed record WorkbookSheet(
    string Name, bool Hidden, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedRange> Merges)
{
    /// <summary>Columns that are hidden or have no width, from first to last.</summary>
    public IReadOnlyList<(int First, int Last)> HiddenColumns { get; init; } = [];

    /// <summary>The sheet that is shown when the workbook is opened.</summary>
    public bool IsActive { get; init; }

    /// <summary>The sheet with other texts in some of its cells.</summary>
    public WorkbookSheet With(IReadOnlyDictionary<CellAddress, string> typed)
    {
        var rows = Rows.ToDictionary(r => r.Number);
        foreach (var (address, text) in typed)
        {
            var row = rows.GetValueOrDefault(address.Row) ?? new SheetRow(address.Row, false, []);
            var old = row.At(address.Column);
            var cell = new SheetCell(address, CellKind.Text, text, Bold: old?.Bold ?? false) { InFile = old?.Shown ?? string.Empty };
            rows[address.Row] = row with { Cells = [.. row.Cells.Where(c => c.Address != address).Append(cell).OrderBy(c => c.Address.Column)] };
        }

        return this with { Rows = [.. rows.Values.OrderBy(r => r.Number)] };
    }

    public bool IsHiddenColumn(int column) => HiddenColumns.Any(h => h.First <= column && column <= h.Last);
}
