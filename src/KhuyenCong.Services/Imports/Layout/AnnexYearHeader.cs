using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>A header that may be a budget year's.</summary>
/// <param name="Column">The column's number.</param>
/// <param name="Label">The header, after that of the support above it.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Year">The year it names.</param>
/// <param name="Under">The header above it that says what its amounts are; null for none: then only the rows can tell.</param>
/// <param name="IsSupport">It says itself, or a person said, that it is support.</param>
internal sealed record AnnexYearHeader(int Column, string Label, CellAddress Address, int Year, CellAddress? Under, bool IsSupport)
{
    public AnnexYearColumn As(AnnexColumn part) => new(part, Year, Address, Label);
}
