using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Where a field of a row stands and what is written there; null for a blank cell.</summary>
public sealed record AnnexRawCell(CellAddress Address, string? Raw)
{
    /// <summary>What the file has there, when a person typed something else.</summary>
    public string? InFile { get; init; }
}
