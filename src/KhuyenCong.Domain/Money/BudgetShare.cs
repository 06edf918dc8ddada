namespace KhuyenCong.Domain.Money;

/// <summary>State support from one source in one budget year.</summary>
public readonly record struct BudgetShare(FundingSource Source, int Year, Vnd Amount);
