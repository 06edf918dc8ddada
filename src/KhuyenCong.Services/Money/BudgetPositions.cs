using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Reads budget positions: two SQL commands, whatever the number of projects.</summary>
public static class BudgetPositions
{
    /// <summary>The positions of a year, or of every year, newest first.</summary>
    public static async Task<IReadOnlyList<BudgetPosition>> BudgetPositionsAsync(this AppDbContext db, int? year, CancellationToken stop)
    {
        var allotments = await db.Allotments.AsNoTracking().Where(a => year == null || a.Year == year)
            .OrderByDescending(a => a.Year).ThenBy(a => a.Source).ToListAsync(stop);
        var spent = await db.Projects
            .Where(p => (year == null || p.Plan!.Year == year) && (long)p.Support > 0)
            .GroupBy(p => new { p.Plan!.Year, p.Source })
            .Select(g => new
            {
                g.Key.Year, g.Key.Source, Contracted = g.Sum(p => p.Contracted == null ? 0 : (long)p.Contracted.Value), Disbursed = g.Sum(p => (long)p.Posted),
                Committed = g.Sum(p => p.Contracted == null ? 0 : (long)p.Contracted.Value - (long)p.Posted),
            })
            .ToListAsync(stop);
        return [.. allotments.Select(a =>
        {
            var of = spent.SingleOrDefault(s => s.Year == a.Year && s.Source == a.Source);
            return new BudgetPosition(a.Year, a.Source, a.Allotted, a.Allocated, new Vnd(of?.Contracted ?? 0), new Vnd(of?.Disbursed ?? 0), new Vnd(of?.Committed ?? 0));
        })];
    }
}
