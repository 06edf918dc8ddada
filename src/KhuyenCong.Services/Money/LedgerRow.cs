using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>One entry of a project's ledger.</summary>
public sealed record LedgerRow
{
    public required int Id { get; init; }

    public required DateOnly Date { get; init; }

    public required MoneyEntryKind Kind { get; init; }

    public required Vnd Amount { get; init; }

    /// <summary>What it adds to the net disbursed amount once posted; zero where no money moves.</summary>
    public required Vnd Effect { get; init; }

    public required string Voucher { get; init; }

    /// <summary>The scanned voucher; null when none was given.</summary>
    public required EvidenceFile? Evidence { get; init; }

    /// <summary>The entry that this one undoes.</summary>
    public required LedgerLink? Reverses { get; init; }

    /// <summary>The entry that undoes this one, or would.</summary>
    public required LedgerLink? ReversedBy { get; init; }

    /// <summary>A reversal's is its reason.</summary>
    public required string? Note { get; init; }

    public required string? LateReason { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    /// <summary>The accountant's word; null while it is awaited.</summary>
    public required MoneyVerdict? Verdict { get; init; }

    /// <summary>Net disbursed after this entry; null for entries that were not posted.</summary>
    public required Vnd? Balance { get; init; }

    /// <summary>Why the reader cannot post it; none when it can be posted, or when the reader decides nothing.</summary>
    public required IReadOnlyList<Refusal> WhyNotPost { get; init; }

    /// <summary>Why the reader cannot reject it.</summary>
    public required IReadOnlyList<Refusal> WhyNotReject { get; init; }

    /// <summary>Why it cannot be undone as things stand.</summary>
    public required IReadOnlyList<Refusal> WhyNotReverse { get; init; }

    /// <summary>The reader may ask for reversals.</summary>
    public required bool MayReverse { get; init; }

    /// <summary>The reader may ask to undo it, and it can be undone as things stand.</summary>
    public bool IsReversible => MayReverse && WhyNotReverse.Count == 0;
}

/// <summary>A kept file on the ledger.</summary>
public sealed record EvidenceFile(int DocumentId, string FileName, long Length);

/// <summary>The other entry of a pair: an entry and what undoes it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Voucher">Its voucher.</param>
/// <param name="IsPosted">False while it waits for the accountant.</param>
public sealed record LedgerLink(int Id, MoneyEntryKind Kind, string Voucher, bool IsPosted);
