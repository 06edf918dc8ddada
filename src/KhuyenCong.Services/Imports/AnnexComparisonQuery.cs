using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports;

/// <summary>Reads what the sums of an annex are compared with: two SQL commands, one row for each source and each recent plan.</summary>
internal static class AnnexComparisonQuery
{
    private const int RecentYears = 5;

    public static async Task<AnnexComparison> ComparisonAsync(this AppDbContext db, int year, CancellationToken stop)
    {
        var allotted = await db.Allotments.AsNoTracking().Where(a => a.Year == year).ToDictionaryAsync(a => a.Source, a => a.Allotted, stop);
        var plans = await db.TermsAsOf(DateOnly.MaxValue).Where(t => t.Project!.Plan!.Year >= year - RecentYears && t.Project.Plan.Year <= year)
            .SelectMany(t => t.Funding, (t, f) => new { t.Project!.PlanId, f.Amount })
            .GroupBy(f => f.PlanId).Select(g => new { Total = g.Sum(f => (long)f.Amount), Largest = g.Max(f => (long)f.Amount) }).ToListAsync(stop);
        return new AnnexComparison(
            year, allotted, [.. plans.Where(p => p.Total > 0).Select(p => new Vnd(p.Total))], new Vnd(plans.Select(p => p.Largest).DefaultIfEmpty().Max()));
    }
}
