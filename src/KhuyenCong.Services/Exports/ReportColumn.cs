namespace KhuyenCong.Services.Exports;

/// <summary>A column of a report table.</summary>
/// <param name="Key">Its name in code, unique in the table.</param>
/// <param name="Header">Its head, in Vietnamese, without the unit of money.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Width">Its width in characters.</param>
/// <param name="Group">The head above it, shared by neighbours with the same group; null for a head of one level.</param>
public sealed record ReportColumn(string Key, string Header, CellKind Kind, double Width, string? Group = null)
{
    /// <summary>False for counts that sums must not add, such as establishments that several lines share.</summary>
    public bool Adds { get; init; } = Kind is CellKind.Money or CellKind.Count;

    /// <summary>True for numbers, which stand to the right.</summary>
    public bool IsNumber => Kind is CellKind.Money or CellKind.Count or CellKind.Percent;
}
