using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>A column of the table that is not read.</summary>
/// <param name="Header">Where its header stands, or would stand.</param>
/// <param name="Label">Its header; null for none.</param>
/// <param name="HasAmounts">Numbers stand in it.</param>
/// <param name="IsHidden">It is hidden, has no width, or is white on white.</param>
public sealed record AnnexUnreadColumn(CellAddress Header, string? Label, bool HasAmounts, bool IsHidden);
