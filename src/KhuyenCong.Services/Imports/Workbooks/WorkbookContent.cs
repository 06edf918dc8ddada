namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>What was read of a workbook.</summary>
public sealed record WorkbookContent(IReadOnlyList<WorkbookSheet> Sheets);
