namespace KhuyenCong.Services.Exports;

/// <summary>The kinds of files a report can be had as.</summary>
public enum ExportFormat
{
    Xlsx,
    Csv,
}
