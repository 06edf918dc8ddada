using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Reads a budget over time.</summary>
internal static class AllotmentTimelines
{
    /// <summary>Two SQL commands: the papers, and the shares of every decided row of terms. A paper whose date is not known counts from the first day of its year.</summary>
    public static async Task<AllotmentTimeline> AllotmentTimelineAsync(this AppDbContext db, int year, FundingSource source, CancellationToken stop)
    {
        var papers = await db.AllotmentPapers.Where(p => db.Allotments.Any(a => a.Id == p.AllotmentId && a.Year == year && a.Source == source))
            .Select(p => new { p.IssuedOn, p.Amount }).ToListAsync(stop);
        var shares = await db.ProjectTerms
            .Where(t => t.DecisionId != null && db.ProjectTerms.Any(o => o.ProjectId == t.ProjectId && o.DecisionId != null && o.Funding.Any(f => f.Year == year && f.Source == source)))
            .Select(t => new { t.ProjectId, Day = t.EffectiveFrom!.Value, Decision = t.DecisionId!.Value, Share = t.Funding.Where(f => f.Year == year && f.Source == source).Sum(f => (long)f.Amount) })
            .ToListAsync(stop);
        return new AllotmentTimeline(
            [.. papers.Select(p => (p.IssuedOn ?? new DateOnly(year, 1, 1), p.Amount))],
            [.. shares.GroupBy(s => s.ProjectId).SelectMany(project => Changes(project.OrderBy(s => s.Day).ThenBy(s => s.Decision).Select(s => (s.Day, new Vnd(s.Share)))))]);
    }

    private static IEnumerable<(DateOnly Day, Vnd Amount)> Changes(IEnumerable<(DateOnly Day, Vnd Share)> shares)
    {
        var before = Vnd.Zero;
        foreach (var (day, share) in shares)
        {
            yield return (day, share - before);
            before = share;
        }
    }
}
