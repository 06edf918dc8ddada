using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Money;

/// <summary>Why money cannot be proposed, posted, contracted or allotted.</summary>
public static class MoneyRefusals
{
    public sealed record AllotmentBelowAllocated(Vnd Change, Vnd Allotted, Vnd Allocated) : Refusal;

    public sealed record AllotmentPaperTaken(string Number, int Year) : Refusal;

    public sealed record ProjectTakesNoMoney(ProjectStatus Status) : Refusal;

    /// <param name="Kind">What was asked for.</param>
    /// <param name="Asked">The amount of the entry.</param>
    /// <param name="Remaining">Limit less posted less pending.</param>
    /// <param name="Limit">The contract's value where there is one, else the approved support.</param>
    /// <param name="ByContract">Whether the limit is the contract's.</param>
    /// <param name="Posted">Net disbursed.</param>
    /// <param name="Pending">Outgoing entries waiting for the accountant, other than this one.</param>
    public sealed record OverLimit(
        MoneyEntryKind Kind, Vnd Asked, Vnd Remaining, Vnd Limit, bool ByContract, Vnd Posted, Vnd Pending) : Refusal;

    public sealed record RecoveryBeyondPosted(Vnd Asked, Vnd Posted, Vnd PendingRecovery) : Refusal;

    public sealed record DatedBeforeDecision(DateOnly Date, DateOnly EffectiveFrom) : Refusal;

    public sealed record DatedInFuture(DateOnly Date) : Refusal;

    public sealed record AmountNotPositive : Refusal;

    public sealed record VoucherTaken(string Voucher, int Year) : Refusal;

    /// <summary>A clearing beyond the advances that are still open.</summary>
    public sealed record ClearingBeyondAdvance(Vnd Asked, Vnd Open, Vnd Pending) : Refusal;

    /// <summary>Only posted entries are undone, and only once.</summary>
    public sealed record NotReversible(string Voucher) : Refusal;

    public sealed record AlreadyReversed(string Voucher) : Refusal;

    /// <summary>An advance whose papers have cleared a part is not undone before the clearing is.</summary>
    public sealed record ReversalBelowCleared(Vnd Asked, Vnd Advanced, Vnd Cleared) : Refusal;

    public sealed record ReversalNeedsReason : Refusal;

    /// <summary>Money goes back only from a stopped project, and the accountant sees why so late.</summary>
    public sealed record LateRecoveryNeedsReason(ProjectStatus Status) : Refusal;

    public sealed record SettledBeyondAccepted(Vnd Asked, Vnd Accepted) : Refusal;

    /// <summary>More was paid out than is found due: the rest is recovered first.</summary>
    public sealed record SettledBelowPosted(Vnd Asked, Vnd Posted) : Refusal;

    public sealed record SettlementNeedsAcceptance(ProjectStatus Status) : Refusal;

    public sealed record MoneyStillWaiting(Vnd Pending, Vnd PendingRecovery, Vnd PendingClearing) : Refusal;

    /// <summary>The support or the contract of that day would be exceeded, even if today's is not.</summary>
    public sealed record OverLimitOnDay(DateOnly Day, Vnd Posted, Vnd Limit) : Refusal;

    public sealed record YearClosed(int Year) : Refusal;

    public sealed record AlreadyDecided(bool Posted, string ByName) : Refusal;

    /// <summary>Separation of duties: who recorded an entry may not validate it.</summary>
    public sealed record ProposerMayNotValidate : Refusal;

    public sealed record ContractBeyondSupport(Vnd Asked, Vnd Contracted, Vnd Support) : Refusal;

    public sealed record ContractBelowPosted(Vnd Asked, Vnd Posted, Vnd Pending) : Refusal;

    public sealed record ContractNumberTaken(string Number) : Refusal;

    public sealed record AcceptedBeyondSupport(Vnd Accepted, Vnd Support) : Refusal;
}
