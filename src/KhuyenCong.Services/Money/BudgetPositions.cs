using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>
/// Reads budget positions. What a project has contracted and disbursed counts in the budgets that pay its shares, in the
/// order of their years.
/// </summary>
public static class BudgetPositions
{
    /// <summary>The positions of a year, or of every year, newest first, as they stand; three SQL commands, whatever the number of projects.</summary>
    public static async Task<IReadOnlyList<BudgetPosition>> BudgetPositionsAsync(this AppDbContext db, int? year, DateOnly today, CancellationToken stop) =>
        await db.PositionsOfAsync(await db.Allotments.AsNoTracking().Where(a => year == null || a.Year == year).ToListAsync(stop), today, stop);

    /// <summary>The positions of budgets that have been read already; two SQL commands.</summary>
    public static async Task<IReadOnlyList<BudgetPosition>> PositionsOfAsync(this AppDbContext db, IReadOnlyList<Allotment> allotments, DateOnly today, CancellationToken stop)
    {
        var years = allotments.Select(a => a.Year).Distinct().ToList();
        var projects = await db.TermsAsOf(today).AsNoTracking()
            .Where(t => t.DecisionId != null && t.Funding.Any(f => (long)f.Amount > 0 && years.Contains(f.Year)))
            .Select(t => new PaidProject
            {
                Contracted = (long?)t.Project!.Contracted, Posted = (long)t.Project.Posted, Shares = t.Funding.Select(f => new PaidShare { Source = f.Source, Year = f.Year, Amount = (long)f.Amount }).ToList(),
            })
            .AsSingleQuery().ToListAsync(stop);
        return Positions(allotments.Select(a => (a.Year, a.Source, a.Allotted)), projects, await db.ClosedAsync(null, stop));
    }

    /// <summary>The same on a past day: by papers, decisions, contracts and posted entries dated by then; four SQL commands.</summary>
    public static async Task<IReadOnlyList<BudgetPosition>> BudgetPositionsOnAsync(this AppDbContext db, DateOnly day, CancellationToken stop)
    {
        var papers = await db.Allotments.AsNoTracking().SelectMany(a => a.Papers, (a, p) => new { a.Year, a.Source, p.IssuedOn, p.Amount })
            .Where(p => p.IssuedOn == null || p.IssuedOn <= day).ToListAsync(stop);
        var posted = await db.PostedByAsync(day, stop);
        var projects = await db.TermsAsOf(day).AsNoTracking().Where(t => t.DecisionId != null && t.Funding.Any(f => (long)f.Amount > 0))
            .Select(t => new
            {
                t.ProjectId, Contracted = t.Project!.Contracts.Where(c => c.SignedOn <= day).Sum(c => (long?)c.Value),
                Shares = t.Funding.Select(f => new PaidShare { Source = f.Source, Year = f.Year, Amount = (long)f.Amount }).ToList(),
            })
            .AsSingleQuery().ToListAsync(stop);
        return Positions(
            papers.GroupBy(p => (p.Year, p.Source)).Select(g => (g.Key.Year, g.Key.Source, g.Sum(p => p.Amount))),
            projects.Select(p => new PaidProject { Contracted = p.Contracted, Posted = posted.GetValueOrDefault(p.ProjectId).Dong, Shares = p.Shares }),
            await db.ClosedAsync(VietnamTime.StartOf(day.AddDays(1)), stop));
    }

    // What a closed year had disbursed stays what its closing says: money that comes back later comes back to another year.
    private static async Task<Dictionary<(int Year, FundingSource Source), Vnd>> ClosedAsync(this AppDbContext db, DateTime? before, CancellationToken stop)
    {
        var lines = await db.YearClosings.AsNoTracking().Where(c => before == null || c.ClosedAt < before)
            .SelectMany(c => c.Lines, (c, line) => new { c.Year, line.Source, line.Disbursed }).ToListAsync(stop);
        return lines.ToDictionary(l => (l.Year, l.Source), l => l.Disbursed);
    }

    /// <summary>Net disbursed of each project by the end of a day; one SQL command.</summary>
    private static async Task<Dictionary<int, Vnd>> PostedByAsync(this AppDbContext db, DateOnly day, CancellationToken stop)
    {
        var sums = await db.MoneyEntries.AsNoTracking().Where(e => e.Verdict!.Posted && e.Date <= day).GroupBy(e => new { e.ProjectId, e.Kind, e.ReversedKind })
            .Select(g => new { g.Key.ProjectId, g.Key.Kind, g.Key.ReversedKind, Amount = g.Sum(e => (long)e.Amount) }).ToListAsync(stop);
        return sums.GroupBy(s => s.ProjectId).ToDictionary(
            g => g.Key, g => g.Sum(s => s.ReversedKind is { } undone ? -undone.Effect(new Vnd(s.Amount)) : s.Kind.Effect(new Vnd(s.Amount))));
    }

    private static IReadOnlyList<BudgetPosition> Positions(
        IEnumerable<(int Year, FundingSource Source, Vnd Allotted)> budgets, IEnumerable<PaidProject> projects, Dictionary<(int Year, FundingSource Source), Vnd> closed)
    {
        var shares = projects.SelectMany(Parts).ToLookup(p => (p.Year, p.Source));
        return
        [
            .. budgets.OrderByDescending(b => b.Year).ThenBy(b => b.Source).Select(b => new BudgetPosition(
                b.Year, b.Source, b.Allotted, shares[(b.Year, b.Source)].Sum(s => s.Approved), shares[(b.Year, b.Source)].Sum(s => s.Contracted ?? Vnd.Zero),
                closed.TryGetValue((b.Year, b.Source), out var disbursed) ? disbursed : shares[(b.Year, b.Source)].Sum(s => s.Disbursed), shares[(b.Year, b.Source)].Sum(s => s.Contracted is { } contracted ? contracted - s.Disbursed : Vnd.Zero))),
        ];
    }

    private static IEnumerable<PaidPart> Parts(PaidProject project)
    {
        var earlier = Vnd.Zero;
        foreach (var share in project.Shares.OrderBy(s => s.Year).ThenBy(s => s.Source))
        {
            var amount = new Vnd(share.Amount);
            yield return new PaidPart(
                share.Year, share.Source, amount, project.Contracted is { } contracted ? ShareFilling.On(new Vnd(contracted), earlier, amount) : null, ShareFilling.On(new Vnd(project.Posted), earlier, amount));
            earlier += amount;
        }
    }

    private sealed record PaidProject
    {
        public required long? Contracted { get; init; }
        public required long Posted { get; init; }
        public required IReadOnlyList<PaidShare> Shares { get; init; }
    }

    private sealed record PaidShare
    {
        public required FundingSource Source { get; init; }
        public required int Year { get; init; }
        public required long Amount { get; init; }
    }

    private sealed record PaidPart(int Year, FundingSource Source, Vnd Approved, Vnd? Contracted, Vnd Disbursed);
}
