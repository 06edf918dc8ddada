using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Reports;

/// <summary>Groups the same rows for each table; every row stands on exactly one line of each.</summary>
internal sealed class BudgetGrouping(IReadOnlyList<BudgetRow> rows)
{
    /// <summary>In the order of Điều 4: ND2 before ND10.</summary>
    public IReadOnlyList<BudgetLine> ByCategory(IReadOnlyCollection<ActivityCategory> categories) =>
    [
        .. Lines(r => r.CategoryId)
            .Join(categories, g => g.Key, c => c.Id, (g, c) => new BudgetLine(c.Title, g.Figures) { Code = c.Code, ShortLabel = c.ShortTitle, CategoryId = c.Id })
            .OrderBy(l => VietnameseSort.SortKey(l.Code), StringComparer.Ordinal),
    ];

    /// <summary>Units by the Vietnamese alphabet, then the lines that no unit stands for.</summary>
    public IReadOnlyList<BudgetLine> ByArea(AreaRollup rollup) =>
    [
        .. Lines(r => rollup.LineOf(r.Place))
            .OrderBy(g => g.Key.Kind).ThenBy(g => VietnameseSort.SortKey(g.Key.Label), StringComparer.Ordinal).ThenBy(g => g.Key.UnitId)
            .Select(g => new BudgetLine(g.Key.Label, g.Figures)
            {
                Code = g.Key.DistrictLabel,
                UnitId = g.Key.Kind is AreaGroupKind.SeveralInDistrict or AreaGroupKind.DistrictOnly ? null : g.Key.UnitId,
            }),
    ];

    /// <summary>Plans as their tranches follow each other.</summary>
    public IReadOnlyList<BudgetLine> ByPlan(IEnumerable<SummaryPlan> plans) =>
    [
        .. Lines(r => r.PlanId)
            .Join(plans, g => g.Key, p => p.Id, (g, p) => (Plan: p, g.Figures)).OrderBy(x => x.Plan.Tranche.Code)
            .Select(x => new BudgetLine(x.Plan.Title, x.Figures) { Code = TrancheText.Of(x.Plan.Tranche), PlanId = x.Plan.Id }),
    ];

    /// <summary>In the order of the work.</summary>
    public IReadOnlyList<BudgetLine> ByStatus() =>
    [
        .. Lines(r => r.Status).OrderBy(g => g.Key)
            .Select(g => new BudgetLine(StatusText.Of(g.Key), g.Figures) { Status = g.Key }),
    ];

    /// <summary>A stopped project counts as none here too; what it still holds of the source's money stays in the sum.</summary>
    public IReadOnlyList<SourceLine> BySource() =>
    [
        .. Enum.GetValues<FundingSource>()
            .Select(s => (Source: s, Rows: rows.Where(r => !r.From(s).IsZero).ToList())).Where(s => s.Rows.Count > 0)
            .Select(s => new SourceLine(s.Source, s.Rows.Sum(r => r.Figures.Projects), s.Rows.Sum(r => r.From(s.Source)))),
    ];

    private IEnumerable<(TKey Key, BudgetFigures Figures)> Lines<TKey>(Func<BudgetRow, TKey> key) =>
        rows.GroupBy(key).Select(g => (g.Key, g.Aggregate(default(BudgetFigures), (sum, row) => sum + row.Figures)));
}
