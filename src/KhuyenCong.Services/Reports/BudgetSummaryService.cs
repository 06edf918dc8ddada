using System.Globalization;
using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Reports;

/// <summary>The budget summary (tổng hợp kinh phí), to read and to export. Needs no more than ten commands.</summary>
public sealed class BudgetSummaryService(AppDbContext db, IValidator<BudgetSummaryFilter> validator, TimeProvider clock)
{
    /// <summary>Reads the summary. Forbidden without reports.read; invalid when the filter names what is not there.</summary>
    public async Task<Result<BudgetSummary>> ReadAsync(Actor actor, BudgetSummaryFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.ReportsRead)) return Failure.Forbidden;

        var today = clock.Today();
        var shape = await validator.ValidateAsync(filter, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);

        var plans = await PlansAsync(stop);
        var usual = new BudgetSummaryFilter { Year = UsualYear(plans, today), AsOf = today };
        filter = filter with { Year = filter.Year ?? usual.Year, AsOf = filter.AsOf ?? today };
        var counted = plans.Where(p => p.Year == filter.Year).ToList();
        if (filter.PlanId is { } planId && counted.All(p => p.Id != planId))
            return Failure.Invalid(nameof(filter.PlanId), $"Chọn một kế hoạch đã phê duyệt của năm {filter.Year}.");

        counted.RemoveAll(p => (filter.PlanId ?? p.Id) != p.Id || (filter.Tranche ?? p.Tranche) != p.Tranche);
        var summary = await SummaryAsync(filter, usual, plans, counted, stop);
        return summary.Check() is { Count: > 0 } faults ? throw new InvalidOperationException(string.Join(' ', faults)) : summary;
    }

    /// <summary>The same summary as a file. Forbidden without reports.export.</summary>
    public async Task<Result<ExportFile>> ExportAsync(Actor actor, BudgetSummaryFilter filter, ExportFormat format, CancellationToken stop)
    {
        if (!actor.May(Permissions.ReportsExport)) return Failure.Forbidden;
        var read = await ReadAsync(actor, filter, stop);
        if (!read.IsDone) return Failure.From(read);

        var summary = read.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"tong-hop-kinh-phi-{summary.Year}_den-{summary.AsOf:yyyy-MM-dd}");
        return ExportFile.Of(BudgetSummaryBook.Of(summary, actor.Name, clock.NowUtc()), format, name);
    }

    // In January, before the first plan of the year is approved, people ask about the year before.
    private static int UsualYear(List<SummaryPlan> plans, DateOnly today) =>
        plans.Count == 0 || plans.Any(p => p.Year == today.Year) ? today.Year : plans[0].Year;

    private async Task<BudgetSummary> SummaryAsync(
        BudgetSummaryFilter filter, BudgetSummaryFilter usual, List<SummaryPlan> plans, List<SummaryPlan> counted, CancellationToken stop)
    {
        var (year, day) = (filter.Year!.Value, filter.AsOf!.Value);
        var isCurrent = filter.AsOf == usual.AsOf;
        var ofYear = await BudgetRows.ReadAsync(db, year, day, isCurrent, stop);
        var countedIds = counted.Select(p => p.Id).ToHashSet();
        var rows = ofYear.Where(r => countedIds.Contains(r.PlanId) && (filter.Source is not { } source || !r.From(source).IsZero)).ToList();
        var planIds = rows.Select(r => r.PlanId).ToHashSet();
        var group = new BudgetGrouping(rows);
        return new BudgetSummary
        {
            Filter = filter,
            Usual = usual,
            Year = year,
            AsOf = day,
            IsCurrent = isCurrent,
            Plans = plans,
            Counted = [.. counted.Where(p => planIds.Contains(p.Id))],
            Decisions = await DecisionsAsync(planIds, day, stop),
            Total = rows.Aggregate(default(BudgetFigures), (total, row) => total + row.Figures),
            ByCategory = group.ByCategory(await db.Categories.AsNoTracking().ToListAsync(stop)),
            ByArea = group.ByArea(new AreaRollup(filter.AreaView, await UnitsAsync(stop))),
            ByPlan = group.ByPlan(counted),
            ByStatus = group.ByStatus(),
            BySource = group.BySource(),
            Allotments = await AllotmentsAsync(year, day, filter.Source, stop),
        };
    }

    private async Task<List<SummaryPlan>> PlansAsync(CancellationToken stop)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.Status == PlanStatus.Approved || p.Status == PlanStatus.Closed)
            .Select(p => new SummaryPlan(p.Id, p.Year, p.Tranche, p.Title, p.Source, p.IsIllustrative)).ToListAsync(stop);
        return [.. plans.OrderByDescending(p => p.Year).ThenBy(p => p.Tranche.Code)];
    }

    private async Task<List<SummaryDecision>> DecisionsAsync(HashSet<int> planIds, DateOnly day, CancellationToken stop) =>
        await db.Decisions.AsNoTracking()
            .Where(d => d.PlanId != null && planIds.Contains(d.PlanId.Value) && d.EffectiveFrom <= day)
            .OrderBy(d => d.EffectiveFrom).ThenBy(d => d.Id)
            .Select(d => new SummaryDecision(d.Id, d.Number, d.IssuedOn)).ToListAsync(stop);

    private async Task<Dictionary<int, AreaUnit>> UnitsAsync(CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().Select(u => new
        {
            u.Id, u.Name, u.Level, u.ValidTo, u.ParentId, u.FormerDistrictId,
            Successors = u.Successors.Select(s => s.SuccessorId).ToList(),
        }).AsSingleQuery().ToListAsync(stop);
        return units.ToDictionary(
            u => u.Id,
            u => new AreaUnit(u.Id, u.Name, u.Level, u.ValidTo, u.ParentId, u.FormerDistrictId, u.Successors));
    }

    // What the year's budgets pay, of whatever plan: a share that was carried over is paid by the next year's.
    private async Task<List<AllotmentLine>> AllotmentsAsync(int year, DateOnly day, FundingSource? only, CancellationToken stop) =>
    [
        .. (await db.BudgetPositionsOnAsync(year, day, stop)).Where(p => only is null || p.Source == only)
            .Select(p => new AllotmentLine(p.Source, p.Allotted, p.Approved, p.Disbursed)).Where(a => !a.Allotted.IsZero || !a.Approved.IsZero),
    ];
}
