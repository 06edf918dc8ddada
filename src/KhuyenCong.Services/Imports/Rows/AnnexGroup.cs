using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>
/// A group of the annex, in its order and with its own title; an annex without groups has one with neither numeral
/// nor title.
/// </summary>
public sealed record AnnexGroup(
    int Index, CellAddress? Cell, string? Numeral, string? Title, string? CategoryCode, IReadOnlyList<AnnexRow> Rows);
