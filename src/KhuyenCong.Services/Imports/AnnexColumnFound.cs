namespace KhuyenCong.Services.Imports;

/// <summary>A column understood by its header.</summary>
public sealed record AnnexColumnFound(AnnexColumn Column, CellAddress Header, string Label);
