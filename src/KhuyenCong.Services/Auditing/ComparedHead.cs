namespace KhuyenCong.Services.Auditing;

/// <summary>An exported head, and whether the trail still holds it.</summary>
public sealed record ComparedHead(ExportedHead Head, bool Agrees);
