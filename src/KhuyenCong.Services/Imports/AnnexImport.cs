namespace KhuyenCong.Services.Imports;

/// <summary>An uploaded annex as understood.</summary>
public sealed record AnnexImport(int DocumentId, string FileName, AnnexPreview Preview);
