using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Decisions;

/// <summary>A page of the register, newest first.</summary>
public sealed record DecisionList(
    IReadOnlyList<DecisionRow> Rows, IReadOnlyList<int> Years, IReadOnlyList<DecisionBody> Bodies, int Found, int Page);

/// <summary>A body that issues decisions.</summary>
public sealed record DecisionBody(int Id, string Name);

/// <summary>The budget that a decision allots.</summary>
public sealed record AllottedBudget(int Year, FundingSource Source);

/// <summary>One decision.</summary>
public sealed record DecisionRow
{
    public required int Id { get; init; }
    public required string Number { get; init; }
    public required int Year { get; init; }
    public required DateOnly? IssuedOn { get; init; }
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required DecisionKind Kind { get; init; }
    public required int IssuingBodyId { get; init; }
    public required string IssuingBody { get; init; }
    public required string Signatory { get; init; }
    public required string SignatoryTitle { get; init; }
    public required SigningCapacity Capacity { get; init; }
    public required string? LegalBases { get; init; }
    public required int? PlanId { get; init; }
    public required string? PlanTitle { get; init; }
    public required bool IsIllustrative { get; init; }
    public required AllottedBudget? Budget { get; init; }

    /// <summary>What it adds to the approved support or to the budget; signed.</summary>
    public required Vnd Effect { get; init; }

    public required Vnd? StatedTotal { get; init; }
    public required StatedBasis StatedBasis { get; init; }
    public required int? StatedCount { get; init; }
    public required Vnd ComputedTotal { get; init; }
    public required int ComputedCount { get; init; }
    public required string? DifferenceReason { get; init; }
    public required string? FileName { get; init; }
    public required long? FileLength { get; init; }
    public required string? FileSha256 { get; init; }

    /// <summary>Number of fields corrected since it was recorded.</summary>
    public required int Corrections { get; init; }

    public bool StatesFigures => StatedTotal is not null || StatedCount is not null;

    public bool TotalAgrees => StatedTotal is null || StatedTotal == ComputedTotal;

    public bool CountAgrees => StatedCount is null || StatedCount == ComputedCount;

    public bool Agrees => TotalAgrees && CountAgrees;
}
