namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>How much of an uploaded workbook is ever unpacked and read.</summary>
public static class WorkbookLimits
{
    /// <summary>Size of the uploaded file: 10 MB.</summary>
    public const int FileBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of all parts together, counted while unpacking.</summary>
    public const long UnpackedBytes = 100L * 1024 * 1024;

    /// <summary>A part over <see cref="RatioFromBytes"/> may be at most this many times its packed size.</summary>
    public const int Ratio = 250;

    public const long RatioFromBytes = 4L * 1024 * 1024;

    public const int Entries = 2_000;

    public const int Sheets = 50;

    /// <summary>Rows with a value, over all sheets.</summary>
    public const int Rows = 50_000;

    /// <summary>Cells with a value, over all sheets.</summary>
    public const int Cells = 1_000_000;

    /// <summary>Rows and cells without a value, over all sheets: more than the rows that a sheet can have.</summary>
    public const int EmptyCells = 2_000_000;

    public const int MergedRanges = 50_000;
}
