using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Reports;

/// <summary>
/// One source's budget of the year beside what it pays of approved projects, whatever plan or tranche the summary is
/// narrowed to: a share that was carried over from the year before counts, one carried over into the next does not.
/// </summary>
/// <param name="Source">The budget.</param>
/// <param name="Allotted">Sum of the papers dated by the day; papers of unknown date count.</param>
/// <param name="Approved">Current approved support from this source.</param>
/// <param name="Disbursed">Net disbursed of it: money fills the shares of budget years in their order, as the position of the budget tells.</param>
public sealed record AllotmentLine(FundingSource Source, Vnd Allotted, Vnd Approved, Vnd Disbursed)
{
    public Vnd Unallocated => Allotted - Approved;
}
