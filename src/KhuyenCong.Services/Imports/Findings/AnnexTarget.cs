using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>The plan into which the annex is to be read, as chosen so far.</summary>
public sealed record AnnexTarget(int? Year, Tranche? Tranche = null, FundingSource? Source = null);
