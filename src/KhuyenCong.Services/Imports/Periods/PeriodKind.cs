namespace KhuyenCong.Services.Imports.Periods;

/// <summary>What a point in time is counted in.</summary>
internal enum PeriodKind
{
    /// <summary>Not written: as the point before, else months.</summary>
    Unwritten,
    Month,
    Quarter,
    Year,
    Day,
}
