namespace KhuyenCong.Services.Auditing;

/// <summary>A head of the trail as it was exported on a day.</summary>
/// <param name="Name">The day, as the file is named: 2024-11-15.</param>
/// <param name="Mark">The head; null when the file cannot be read.</param>
public sealed record ExportedHead(string Name, AuditHeadMark? Mark);
