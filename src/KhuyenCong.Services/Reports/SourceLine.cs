using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Reports;

/// <summary>State support from one source. A project of two sources is counted in the number of each, a stopped one in none.</summary>
public sealed record SourceLine(FundingSource Source, int Projects, Vnd Support);
