namespace KhuyenCong.Domain.Money;

/// <summary>One source of a closed year: allotted = disbursed + carried over + cancelled, held by the database as well.</summary>
public class YearClosingLine : IAppendOnly
{
    public int ClosingId { get; init; }
    public required FundingSource Source { get; init; }
    public required Vnd Allotted { get; init; }
    public required Vnd Disbursed { get; init; }
    public required Vnd CarriedOver { get; init; }
    public required Vnd Cancelled { get; init; }
}
