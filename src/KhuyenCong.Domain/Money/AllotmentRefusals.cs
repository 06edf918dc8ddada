namespace KhuyenCong.Domain.Money;

/// <summary>Why a decision cannot change a budget.</summary>
public static class AllotmentRefusals
{
    /// <summary>On that day more had been allocated to projects than would have been allotted.</summary>
    public sealed record BelowAllocatedOnDay(Vnd Change, DateOnly Day, Vnd Allotted, Vnd Allocated) : Refusal;

    /// <summary>A later year is closed: what is left of this one could be carried nowhere.</summary>
    public sealed record LaterYearClosed(int Year, int Closed) : Refusal;

    /// <summary>A paper allots for its own year, for the next, or for the one that has just ended.</summary>
    public sealed record YearFarFromPaper(int Year, DateOnly IssuedOn) : Refusal;
}
