namespace KhuyenCong.Domain.Money;

/// <summary>State support from one source.</summary>
public readonly record struct FundingShare(FundingSource Source, Vnd Amount);
