using KhuyenCong.Domain.Documents;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>Which remembered readings are listed.</summary>
/// <param name="Text">Words of the text.</param>
/// <param name="Kind">What the text is; null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record AnnexAliasFilter(string? Text, AnnexAliasKind? Kind, int Page)
{
    public const int PageSize = 50;
}
