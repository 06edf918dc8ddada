using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Decisions;

/// <summary>What one decision says of one project.</summary>
public sealed record DecidedTerms
{
    public required int ProjectId { get; init; }
    public required string Code { get; init; }
    public required int GroupOrdinal { get; init; }
    public required string GroupTitle { get; init; }
    public required int Ordinal { get; init; }
    public required ChainPoint Since { get; init; }
    public required string Name { get; init; }
    public required string BeneficiaryText { get; init; }
    public required string ImplementingUnit { get; init; }
    public required string? AreaText { get; init; }
    public required string? Objectives { get; init; }
    public required DateOnly? StartMonth { get; init; }
    public required DateOnly? EndMonth { get; init; }
    public required IReadOnlyList<DecidedShare> Funding { get; init; }
    public required Vnd Counterpart { get; init; }
    public required Vnd Other { get; init; }
    public required string? Note { get; init; }
    public required bool IsStopped { get; init; }

    public Vnd Support => Funding.Sum(f => f.Amount);

    public PlanFigures Figures => PlanFigures.Of(IsStopped, Support, Counterpart, Other);

    public Vnd SupportFrom(FundingSource source) => Funding.Where(f => f.Source == source).Sum(f => f.Amount);
}

/// <summary>State support from one source in one budget year.</summary>
public sealed record DecidedShare(FundingSource Source, int Year, Vnd Amount);
