using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Decisions;

/// <summary>A group of an annex with its subtotals.</summary>
public sealed record AnnexPart(int Ordinal, string Title, IReadOnlyList<ProjectChange> Changes)
{
    public PlanFigures Before { get; } = Changes.Aggregate(PlanFigures.None, (sum, c) => sum + (c.Before?.Figures ?? PlanFigures.None));

    public PlanFigures After { get; } = Changes.Aggregate(PlanFigures.None, (sum, c) => sum + c.After.Figures);
}
