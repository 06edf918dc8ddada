namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>A worksheet: its rows with values, in order, and its merged blocks.</summary>
public sealed record WorkbookSheet(
    string Name, bool Hidden, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedRange> Merges)
{
    /// <summary>Columns that are hidden or have no width, from first to last.</summary>
    public IReadOnlyList<(int First, int Last)> HiddenColumns { get; init; } = [];

    /// <summary>The sheet that is shown when the workbook is opened.</summary>
    public bool IsActive { get; init; }

    public bool IsHiddenColumn(int column) => HiddenColumns.Any(h => h.First <= column && column <= h.Last);
}
