using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Reports;

/// <summary>An approved plan that the summary can be narrowed to.</summary>
public sealed record SummaryPlan(int Id, int Year, Tranche Tranche, string Title, FundingSource Source, bool IsIllustrative);
