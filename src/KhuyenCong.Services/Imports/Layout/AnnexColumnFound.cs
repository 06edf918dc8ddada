using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>A column understood by its header.</summary>
public sealed record AnnexColumnFound(AnnexColumn Column, CellAddress Header, string Label);
