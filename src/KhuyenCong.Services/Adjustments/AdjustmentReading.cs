using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>An adjustment with everything its rules ask: its plan, what its lines make of the projects, the budgets.</summary>
internal sealed record AdjustmentReading(
    Adjustment Adjustment, Plan Plan, IReadOnlyDictionary<int, AdjustedProject> Projects, IReadOnlyList<AdjustmentEffect> Effects, IReadOnlyList<Allotment> Allotments,
    AdjustmentLimits Limits)
{
    public CanonicalText Canonical => CanonicalAdjustment.Of(Adjustment, Effects);

    /// <summary>Đồng that approval thresholds are compared with: what moves, whichever way.</summary>
    public Vnd AtStake => Effects.Sum(e => e.Moved);

    /// <summary>Reads with tracking, so that what is read can be changed; four SQL commands, whatever the number of lines.</summary>
    /// <param name="db">The context.</param>
    /// <param name="id">The adjustment.</param>
    /// <param name="today">Today: the terms in force.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<AdjustmentReading?> FindAsync(AppDbContext db, int id, DateOnly today, CancellationToken stop)
    {
        var adjustment = await db.Adjustments.Include(a => a.Plan).Include(a => a.Documents)
            .Include(a => a.Lines).ThenInclude(l => l.Areas).ThenInclude(a => a.Unit)
            .Include(a => a.Lines).ThenInclude(l => l.Category)
            .Include(a => a.Lines).ThenInclude(l => l.Beneficiary)
            .AsSingleQuery().SingleOrDefaultAsync(a => a.Id == id, stop);
        return adjustment is null ? null : await OfAsync(db, adjustment, adjustment.Plan!, today, stop);
    }

    /// <summary>Reads what the lines of an adjustment, as they stand in memory, need.</summary>
    public static async Task<AdjustmentReading> OfAsync(AppDbContext db, Adjustment adjustment, Plan plan, DateOnly today, CancellationToken stop)
    {
        var ids = adjustment.Lines.Select(l => l.ProjectId).OfType<int>().Distinct().ToList();
        var terms = await db.TermsAsOf(today).Where(t => ids.Contains(t.ProjectId) && t.Project!.PlanId == plan.Id)
            .Include(t => t.Project).Include(t => t.Funding).Include(t => t.Areas).ThenInclude(a => a.Unit).Include(t => t.Beneficiaries)
            .AsSingleQuery().ToListAsync(stop);
        var projects = terms.ToDictionary(t => t.ProjectId, t => new AdjustedProject(t.Project!, t));
        var effects = AdjustmentEffect.All(adjustment, projects, plan);
        var years = effects.SelectMany(e => e.Budget).Select(b => b.Year).Append(plan.Year).Distinct().ToList();
        var allotments = await db.Allotments.Where(a => years.Contains(a.Year)).OrderBy(a => a.Year).ThenBy(a => a.Source)
            .Select(a => new { Row = a, IsClosed = db.YearClosings.Any(c => c.Year == a.Year) }).ToListAsync(stop);
        var norms = await db.SpendingNorms.AsNoTracking().ToListAsync(stop);
        return new AdjustmentReading(
            adjustment, plan, projects, effects, allotments.ConvertAll(a => a.Row),
            new AdjustmentLimits([.. allotments.Select(a => (a.Row.Year, a.Row.Free))], [.. allotments.Where(a => a.IsClosed).Select(a => a.Row.Year).Distinct()], norms, today));
    }
}
