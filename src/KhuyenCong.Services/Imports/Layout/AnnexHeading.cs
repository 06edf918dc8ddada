using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>What the lines above the table say; null where they say nothing, or more than one thing.</summary>
public sealed record AnnexHeading(
    string? Title,
    CellAddress? TitleCell,
    Tranche? Tranche,
    int? Year,
    string? DecisionNumber,
    DateOnly? DecisionDate,
    FundingSource? Source,
    int? StatedCount,
    CellAddress? CountCell);
