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

    public sealed record AlreadyDecided(bool Posted, string ByName) : Refusal;

    /// <summary>Separation of duties: who recorded an entry may not validate it.</summary>
    public sealed record ProposerMayNotValidate : Refusal;

    public sealed record ContractBeyondSupport(Vnd Asked, Vnd Contracted, Vnd Support) : Refusal;

    public sealed record ContractBelowPosted(Vnd Asked, Vnd Posted, Vnd Pending) : Refusal;

    public sealed record ContractNumberTaken(string Number) : Refusal;

    public sealed record AcceptedBeyondSupport(Vnd Accepted, Vnd Support) : Refusal;
}
