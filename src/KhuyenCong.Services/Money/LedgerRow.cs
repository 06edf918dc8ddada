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

    public required string Voucher { get; init; }

    public required string? Note { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    /// <summary>The accountant's word; null while it is awaited.</summary>
    public required MoneyVerdict? Verdict { get; init; }

    /// <summary>Net disbursed after this entry; null for entries that moved nothing.</summary>
    public required Vnd? Balance { get; init; }

    /// <summary>Why the reader cannot post it; none when it can be posted, or when the reader decides nothing.</summary>
    public required IReadOnlyList<Refusal> WhyNotPost { get; init; }

    /// <summary>Why the reader cannot reject it.</summary>
    public required IReadOnlyList<Refusal> WhyNotReject { get; init; }
}
