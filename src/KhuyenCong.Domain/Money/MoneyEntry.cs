namespace KhuyenCong.Domain.Money;

/// <summary>
/// An entry of the money ledger as the Centre proposed it. Never changed or deleted: the accountant's word on it is
/// a row of its own, and an entry without one is pending.
/// </summary>
public class MoneyEntry : IAppendOnly
{
    public int Id { get; init; }

    public required int ProjectId { get; init; }

    public required MoneyEntryKind Kind { get; init; }

    /// <summary>Whole đồng, above zero; the kind gives the sign.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>The date of the voucher.</summary>
    public required DateOnly Date { get; init; }

    public required string Voucher { get; init; }

    /// <summary>The unit whose books hold the voucher; numbers are unique within it and a year.</summary>
    public int? UnitId { get; init; }

    /// <summary>The entry that this one undoes.</summary>
    public int? ReversesId { get; init; }

    /// <summary>What kind that entry is.</summary>
    public MoneyEntryKind? ReversedKind { get; init; }

    /// <summary>The scanned voucher or other evidence.</summary>
    public int? EvidenceId { get; init; }

    public Documents.Document? Evidence { get; init; }

    /// <summary>Why a recovery is still recorded on a stopped project.</summary>
    public string? LateReason { get; init; }

    public string? Note { get; init; }

    public required int ProposedById { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    /// <summary>Made with the form: a second post of the same form finds the first.</summary>
    public required Guid FormKey { get; init; }

    public MoneyVerdict? Verdict { get; init; }

    /// <summary>What the entry adds to the net disbursed amount once posted.</summary>
    public Vnd Effect => ReversedKind is { } undone ? -undone.Effect(Amount) : Kind.Effect(Amount);

    /// <summary>What the entry adds to the amounts of a kind: below zero where it undoes one, zero for other kinds.</summary>
    public Vnd AddsTo(MoneyEntryKind kind) => (ReversedKind ?? Kind) != kind ? Vnd.Zero : ReversedKind is null ? Amount : -Amount;

    /// <summary>The accountant accepted it.</summary>
    public bool IsPosted => Verdict is { Posted: true };

    /// <summary>Waiting for the accountant, or posted: what was rejected counts for nothing.</summary>
    public bool IsLive => Verdict is null or { Posted: true };
}
