using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>A line of an adjustment's annex as understood.</summary>
/// <param name="RowNumber">The row in the workbook.</param>
/// <param name="Name">The project.</param>
/// <param name="Beneficiary">Its beneficiary, where the annex has that column.</param>
/// <param name="Before">The support before; null where it cannot be read, 0 for a blank cell.</param>
/// <param name="After">The support after; null for a blank cell, or one that cannot be read.</param>
public sealed record AnnexAdjustmentRow(int RowNumber, string? Name, string? Beneficiary, Vnd? Before, Vnd? After);
