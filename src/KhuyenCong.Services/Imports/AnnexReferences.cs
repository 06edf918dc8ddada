using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Categories;

namespace KhuyenCong.Services.Imports;

/// <summary>The reference data against which an annex is understood.</summary>
public sealed record AnnexReferences(AreaResolver Areas, CategoryMatcher Categories)
{
    /// <summary>What its sums are compared with.</summary>
    public AnnexComparison Comparison { get; init; } = AnnexComparison.None;
}
