namespace KhuyenCong.Domain.Money;

/// <summary>Why a decision cannot lower a budget.</summary>
public static class AllotmentRefusals
{
    /// <summary>On that day more had been allocated to projects than would have been allotted.</summary>
    public sealed record BelowAllocatedOnDay(Vnd Change, DateOnly Day, Vnd Allotted, Vnd Allocated) : Refusal;
}
