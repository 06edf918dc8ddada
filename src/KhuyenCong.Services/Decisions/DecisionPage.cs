using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Decisions;

/// <summary>A decision with what it carries.</summary>
public sealed record DecisionPage(DecisionRow Row, IReadOnlyList<ProjectChange> Changes, IReadOnlyList<DecisionCorrection> Corrections)
{
    public required string RecordedBy { get; init; }

    /// <summary>SHA-256 of the frozen content that it approves.</summary>
    public required string? ContentSha256 { get; init; }

    public required int? AdjustmentId { get; init; }

    /// <summary>The plan's decision before it, to compare with.</summary>
    public required int? PreviousId { get; init; }

    /// <summary>The differences in support over all its projects.</summary>
    public IReadOnlyList<FundingShare> BySource =>
        [.. Changes.SelectMany(c => c.BySource).GroupBy(s => s.Source).OrderBy(g => g.Key).Select(g => new FundingShare(g.Key, g.Sum(s => s.Amount)))];
}
