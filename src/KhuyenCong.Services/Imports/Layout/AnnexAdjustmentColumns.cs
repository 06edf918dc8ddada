using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>The columns of an adjustment's annex: «Trước điều chỉnh», «Sau điều chỉnh», «Chênh lệch».</summary>
/// <param name="Header">The first of their headers.</param>
/// <param name="All">Every column that says before, after or difference, by its number, with its whole header.</param>
/// <param name="Before">The support before; null where it is not certain which column that is.</param>
/// <param name="After">The support after.</param>
internal sealed record AnnexAdjustmentColumns(CellAddress Header, IReadOnlyList<(int Column, string Label)> All, int? Before, int? After);
