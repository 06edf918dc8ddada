using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Money;

/// <summary>Why a budget year cannot be closed.</summary>
public static class YearClosingRefusals
{
    public sealed record YearNotOver(int Year, DateOnly LastDay) : Refusal;

    /// <summary>What an earlier year carries over belongs to the next one: years are closed in order.</summary>
    public sealed record EarlierYearOpen(int Year) : Refusal;

    public sealed record PlanNotDecided(int PlanId, string Title, PlanStatus Status) : Refusal;

    public sealed record AdjustmentOpen(int AdjustmentId, int PlanId, string PlanTitle, int Ordinal, AdjustmentStatus Status) : Refusal;

    public sealed record MoneyWaiting(int ProjectId, string Name, Vnd Pending, Vnd PendingRecovery, Vnd PendingClearing) : Refusal;

    /// <summary>What is left of the year's share is carried over or cancelled by a decision first.</summary>
    public sealed record ShareRemains(int ProjectId, string Name, FundingSource Source, Vnd Share, Vnd Disbursed) : Refusal;

    /// <summary>The next year is closed already.</summary>
    public sealed record CarriedIntoClosedYear(int Year) : Refusal;

    public sealed record CarriedBeyondUnallocated(FundingSource Source, Vnd Asked, Vnd Unallocated) : Refusal;
}
