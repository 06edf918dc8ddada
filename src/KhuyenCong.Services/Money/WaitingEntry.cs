using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>An entry that waits for the accountant, with the project it belongs to and what posting it would change.</summary>
public sealed record WaitingEntry
{
    public required LedgerRow Entry { get; init; }

    public required int ProjectId { get; init; }

    public required string ProjectCode { get; init; }

    /// <summary>Its name today.</summary>
    public required string ProjectName { get; init; }

    public required Vnd Support { get; init; }

    /// <summary>Null without contract.</summary>
    public required Vnd? Contracted { get; init; }

    /// <summary>What net disbursement may not exceed.</summary>
    public required Vnd Limit { get; init; }

    public required LimitBasis LimitBasis { get; init; }

    /// <summary>Net disbursed.</summary>
    public required Change Posted { get; init; }

    /// <summary>Advances that papers have not cleared.</summary>
    public required Change OpenAdvance { get; init; }

    /// <summary>Null before settlement.</summary>
    public required Vnd? Settled { get; init; }

    /// <summary>Null before acceptance.</summary>
    public required Vnd? AcceptedSupport { get; init; }

    /// <summary>What is left within the limit.</summary>
    public Change Remaining => new(Limit - Posted.Before, Limit - Posted.After);
}

/// <summary>An amount before and after a decision.</summary>
public readonly record struct Change(Vnd Before, Vnd After);
