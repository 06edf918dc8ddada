namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>A worksheet: its rows with values, in order, and its merged blocks.</summary>
public sealed record WorkbookSheet(
    string Name, bool Hidden, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedRange> Merges);
