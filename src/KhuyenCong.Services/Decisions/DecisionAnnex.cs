using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Decisions;

/// <summary>The annex of a decision, made again from the terms it carries.</summary>
public sealed class DecisionAnnex(DecisionPage decision)
{
    public DecisionPage Decision { get; } = decision;

    /// <summary>Whether it lists whole projects; else it lists what changed, before and after.</summary>
    public bool IsWholeList { get; } = decision.Changes.All(c => c.Before is null);

    /// <summary>Groups I, II, … in the annex's own order.</summary>
    public IReadOnlyList<AnnexPart> Parts { get; } =
    [
        .. decision.Changes.GroupBy(c => (c.After.GroupOrdinal, c.After.GroupTitle)).OrderBy(g => g.Key.GroupOrdinal)
            .Select(g => new AnnexPart(g.Key.GroupOrdinal, g.Key.GroupTitle, [.. g])),
    ];

    public PlanFigures Before => Parts.Aggregate(PlanFigures.None, (sum, part) => sum + part.Before);

    public PlanFigures After => Parts.Aggregate(PlanFigures.None, (sum, part) => sum + part.After);

    /// <summary>The sources that pay, one column each.</summary>
    public IReadOnlyList<FundingSource> Sources { get; } =
        [.. decision.Changes.SelectMany(c => c.After.Funding.Concat(c.Before?.Funding ?? [])).Select(f => f.Source).Distinct().Order()];

    /// <summary>Support from one source over some projects.</summary>
    public static Vnd Support(IEnumerable<ProjectChange> changes, FundingSource source) => changes.Sum(c => c.After.SupportFrom(source));
}
