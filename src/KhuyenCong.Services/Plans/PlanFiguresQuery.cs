using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Sums of terms.</summary>
internal static class PlanFiguresQuery
{
    /// <summary>Of one plan on a day, added up here: one SQL command.</summary>
    public static Task<PlanFigures> OfPlanAsync(AppDbContext db, int planId, DateOnly day, CancellationToken stop) => OfPlanAsync(db.TermsAsOf(day), planId, stop);

    /// <summary>The same of other terms, such as those that a decision found.</summary>
    public static async Task<PlanFigures> OfPlanAsync(IQueryable<ProjectTerms> terms, int planId, CancellationToken stop)
    {
        var rows = await terms.Where(t => t.Project!.PlanId == planId)
            .Select(t => new { t.IsStopped, t.Counterpart, t.Other, Support = t.Funding.Sum(f => (long)f.Amount) }).ToListAsync(stop);
        return rows.Aggregate(PlanFigures.None, (sum, r) => sum + PlanFigures.Of(r.IsStopped, new Vnd(r.Support), r.Counterpart, r.Other));
    }

    /// <summary>By plan: two SQL commands, whatever the number of projects.</summary>
    public static async Task<Dictionary<int, PlanFigures>> ByPlanAsync(IQueryable<ProjectTerms> terms, CancellationToken stop)
    {
        var own = await terms.GroupBy(t => t.Project!.PlanId)
            .Select(g => new { PlanId = g.Key, Count = g.Count(t => !t.IsStopped), Counterpart = g.Sum(t => (long)t.Counterpart), Other = g.Sum(t => (long)t.Other) })
            .ToListAsync(stop);
        var support = await terms.SelectMany(t => t.Funding, (t, f) => new { t.Project!.PlanId, f.Amount })
            .GroupBy(f => f.PlanId).Select(g => new { PlanId = g.Key, Support = g.Sum(f => (long)f.Amount) })
            .ToDictionaryAsync(g => g.PlanId, g => g.Support, stop);
        return own.ToDictionary(o => o.PlanId, o => new PlanFigures(
            o.Count, new Vnd(support.GetValueOrDefault(o.PlanId)), new Vnd(o.Counterpart), new Vnd(o.Other)));
    }
}
