using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Decisions;

/// <summary>Why a decision cannot count from its day, or its own metadata cannot be corrected.</summary>
public static class DecisionRefusals
{
    /// <summary>The budget year of its day is closed.</summary>
    public sealed record DatedInClosedYear(int Year) : Refusal;

    /// <summary>On that day less had been allotted than would be allocated.</summary>
    public sealed record BreaksAllotmentOnDay(int Year, FundingSource Source, DateOnly Day, Vnd Allocated, Vnd Allotted) : Refusal;

    /// <summary>A place that is no administrative unit on that day, not yet or not any more.</summary>
    public sealed record PlaceNotOnDay(string Name, string Place, DateOnly Day) : Refusal;

    public sealed record NothingCorrected : Refusal;

    /// <summary>The decision counts from its day already; it cannot have been issued later.</summary>
    public sealed record IssuedAfterEffect(DateOnly IssuedOn, DateOnly EffectiveFrom) : Refusal;

    /// <summary>The number belongs to a year, and so does the date; a decision of another year is another decision.</summary>
    public sealed record DateOutsideYear(DateOnly IssuedOn, int Year) : Refusal;
}
