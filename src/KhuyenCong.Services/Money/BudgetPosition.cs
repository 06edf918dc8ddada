using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>Where the budget of one source in one year stands: what the budget bar shows.</summary>
/// <param name="Year">Budget year.</param>
/// <param name="Source">Budget source.</param>
/// <param name="Allotted">Dự toán được giao.</param>
/// <param name="Approved">Support of approved projects, taken from the allotment.</param>
/// <param name="Contracted">Sum of contract values.</param>
/// <param name="Disbursed">Net disbursed, under contract or not.</param>
/// <param name="Committed">What contracts still have to pay: Σ (contracted − net disbursed) of the projects under contract.</param>
public sealed record BudgetPosition(int Year, FundingSource Source, Vnd Allotted, Vnd Approved, Vnd Contracted, Vnd Disbursed, Vnd Committed)
{
    /// <summary>A budget that nothing was allotted to yet.</summary>
    public static BudgetPosition None(int year, FundingSource source) => new(year, source, Vnd.Zero, Vnd.Zero, Vnd.Zero, Vnd.Zero, Vnd.Zero);

    /// <summary>Chưa phân bổ.</summary>
    public Vnd Unallocated => Allotted - Approved;

    /// <summary>What the approval rules ask.</summary>
    public FreeBudget Free => new(Source, Allotted, Approved);

    /// <summary>The position if that much more support were approved.</summary>
    public BudgetPosition After(Vnd support) => this with { Approved = Approved + support };
}
