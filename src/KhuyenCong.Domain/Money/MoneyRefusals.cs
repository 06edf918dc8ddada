using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Money;

/// <summary>Why money cannot be proposed, posted, contracted or allotted.</summary>
public static class MoneyRefusals
{
    public sealed record AllotmentBelowAllocated(Vnd Change, Vnd Allotted, Vnd Allocated) : Refusal;

    public sealed record AllotmentPaperTaken(string Number, int Year) : Refusal;

    public sealed record ProjectTakesNoMoney(ProjectStatus Status) : Refusal;

    /// <param name="Kind">What was asked for; a reversal here undoes a recovery.</param>
    /// <param name="Asked">The amount of the entry.</param>
    /// <param name="Remaining">Limit less posted less pending.</param>
    /// <param name="Limit">What net disbursement may not exceed.</param>
    /// <param name="Basis">What the limit comes from.</param>
    /// <param name="Posted">Net disbursed.</param>
    /// <param name="Pending">Outgoing entries waiting for the accountant, other than this one.</param>
    public sealed record OverLimit(
        MoneyEntryKind Kind, Vnd Asked, Vnd Remaining, Vnd Limit, LimitBasis Basis, Vnd Posted, Vnd Pending) : Refusal;

    public sealed record RecoveryBeyondPosted(Vnd Asked, Vnd Posted, Vnd PendingRecovery) : Refusal;

    /// <summary>Undoing it would leave less than nothing disbursed.</summary>
    public sealed record ReversalBeyondPosted(MoneyEntryKind Undone, Vnd Asked, Vnd Posted, Vnd PendingRecovery) : Refusal;

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

    /// <summary>As the project stands, such an entry is not undone.</summary>
    public sealed record NotUndoneNow(MoneyEntryKind Undone, ProjectStatus Status) : Refusal;

    /// <summary>What undoes an entry is not dated before it.</summary>
    public sealed record ReversedTooEarly(DateOnly Date, DateOnly EntryDate) : Refusal;

    /// <summary>Money goes back only from a stopped project, and the accountant sees why so late.</summary>
    public sealed record LateRecoveryNeedsReason(ProjectStatus Status) : Refusal;

    public sealed record SettledBeyondAccepted(Vnd Asked, Vnd Accepted) : Refusal;

    /// <summary>More was paid out than is found due: the rest is recovered first.</summary>
    public sealed record SettledBelowPosted(Vnd Asked, Vnd Posted) : Refusal;

    public sealed record SettlementNeedsAcceptance(ProjectStatus Status) : Refusal;

    /// <summary>A settlement follows the acceptance and the last entry.</summary>
    public sealed record SettledTooEarly(DateOnly Date, DateOnly NotBefore) : Refusal;

    /// <summary>A project is settled once: the one that waits is decided first.</summary>
    public sealed record SettlementWaiting(string Voucher) : Refusal;

    public sealed record MoneyStillWaiting(Vnd Pending, Vnd PendingRecovery, Vnd PendingClearing) : Refusal;

    /// <summary>The support or the contract of that day would be exceeded, even if today's is not.</summary>
    public sealed record OverLimitOnDay(DateOnly Day, Vnd Posted, Vnd Limit) : Refusal;

    /// <summary>On that day more would have come back than had gone out.</summary>
    public sealed record BackBeforeOut(DateOnly Day, Vnd Missing) : Refusal;

    /// <summary>On that day papers would have cleared more than had been advanced.</summary>
    public sealed record ClearedBeforeAdvanced(DateOnly Day, Vnd Cleared, Vnd Advanced) : Refusal;

    public sealed record YearClosed(int Year) : Refusal;

    public sealed record AlreadyDecided(bool Posted, string ByName) : Refusal;

    /// <summary>Separation of duties: who recorded an entry may not validate it.</summary>
    public sealed record ProposerMayNotValidate : Refusal;

    public sealed record ContractBeyondSupport(Vnd Asked, Vnd Contracted, Vnd Support) : Refusal;

    public sealed record ContractBelowPosted(Vnd Asked, Vnd Contracted, Vnd Posted, Vnd Pending) : Refusal;

    /// <summary>The support of that day was lower than today's.</summary>
    public sealed record ContractBeyondSupportOnDay(DateOnly Day, Vnd Contracted, Vnd Support) : Refusal;

    /// <summary>An appendix changes a contract of the project.</summary>
    public sealed record AppendixNeedsContract : Refusal;

    /// <summary>An appendix takes away no more than the contract with that beneficiary is worth.</summary>
    public sealed record AppendixBelowZero(Vnd Asked, Vnd Value) : Refusal;

    public sealed record ContractNumberTaken(string Number) : Refusal;

    public sealed record AcceptedBeyondSupport(Vnd Accepted, Vnd Support) : Refusal;

    /// <summary>More is out, or on its way, than was found due: the rest is recovered or turned down first.</summary>
    public sealed record AcceptedBelowSpent(Vnd Accepted, Vnd Posted, Vnd Pending) : Refusal;
}
