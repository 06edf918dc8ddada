namespace KhuyenCong.Services.Imports;

/// <summary>Where a field of a row stands and what is written there; null for a blank cell.</summary>
public sealed record AnnexRawCell(CellAddress Address, string? Raw);
