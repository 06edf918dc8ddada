namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>One page of the remembered readings in use.</summary>
public sealed record AnnexAliasList(IReadOnlyList<AnnexAliasRow> Rows, int Total, int Page);
