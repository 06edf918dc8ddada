using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>A column with the support of one budget year.</summary>
/// <param name="Part">Of what it is a share: Support, or NationalSupport.</param>
/// <param name="Year">The budget year.</param>
/// <param name="Header">Where its header stands.</param>
/// <param name="Label">Its header, after that of the support above it.</param>
public sealed record AnnexYearColumn(AnnexColumn Part, int Year, CellAddress Header, string Label);
