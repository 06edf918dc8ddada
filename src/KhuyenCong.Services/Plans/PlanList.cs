using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Plans;

/// <summary>A page of plans with the totals of all that were found.</summary>
public sealed record PlanList(
    IReadOnlyList<PlanListRow> Rows, PlanFigures Totals, IReadOnlyList<int> Years, int Found, int Page, int Pages);

/// <summary>One plan.</summary>
public sealed record PlanListRow(
    int Id, string Title, int Year, Tranche Tranche, FundingSource Source, PlanStatus Status, bool IsIllustrative,
    DateTime? SubmittedAt, string? DecisionNumber, PlanFigures Figures);
