namespace KhuyenCong.Domain.Money;

/// <summary>The budget of one source as the approval rules see it.</summary>
public readonly record struct FreeBudget(FundingSource Source, Vnd Allotted, Vnd Allocated)
{
    public Vnd Unallocated => Allotted - Allocated;
}
