using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Reads one budget over time: its papers by their days, and what each decision allocated of it from its effective day on.</summary>
internal static class AllotmentDays
{
    /// <summary>Two SQL commands.</summary>
    public static async Task<AllotmentTimeline> ReadAsync(AppDbContext db, int year, FundingSource source, CancellationToken stop)
    {
        var papers = await db.Allotments.AsNoTracking().Where(a => a.Year == year && a.Source == source).SelectMany(a => a.Papers)
            .Select(p => new { p.IssuedOn, p.Amount }).ToListAsync(stop);
        var shares = await db.ProjectTerms.AsNoTracking().Where(t => t.EffectiveFrom != null)
            .Where(t => db.ProjectTerms.Any(o => o.ProjectId == t.ProjectId && o.Funding.Any(f => f.Year == year && f.Source == source)))
            .Select(t => new { t.ProjectId, Day = t.EffectiveFrom!.Value, t.DecisionId, Amount = t.Funding.Where(f => f.Year == year && f.Source == source).Sum(f => (long)f.Amount) })
            .ToListAsync(stop);
        List<(DateOnly Day, Vnd Amount)> allocated = [];
        foreach (var project in shares.GroupBy(s => s.ProjectId))
        {
            var before = 0L;
            foreach (var share in project.OrderBy(s => s.Day).ThenBy(s => s.DecisionId))
            {
                if (share.Amount != before) allocated.Add((share.Day, new Vnd(share.Amount - before)));
                before = share.Amount;
            }
        }

        // A paper whose date is not known counts from the first day of its year.
        return new AllotmentTimeline([.. papers.Select(p => (p.IssuedOn ?? new DateOnly(year, 1, 1), p.Amount))], allocated);
    }
}
