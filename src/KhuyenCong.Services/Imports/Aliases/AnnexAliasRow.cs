using KhuyenCong.Domain.Documents;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>A remembered reading, in words.</summary>
public sealed record AnnexAliasRow(int Id, AnnexAliasKind Kind, string Text, string Meaning, string SavedBy, DateTime SavedAt);
