namespace KhuyenCong.Services.Imports;

/// <summary>What was read of a workbook.</summary>
public sealed record WorkbookContent(IReadOnlyList<WorkbookSheet> Sheets);
