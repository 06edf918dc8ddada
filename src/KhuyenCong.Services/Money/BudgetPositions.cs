using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>
/// Reads budget positions. What a project has contracted and disbursed counts in the budgets that pay its shares, in the
/// order of their years.
/// </summary>
public static class BudgetPositions
{
    /// <summary>The positions of a year, or of every year, newest first, as they stand; two SQL commands, whatever the number of projects.</summary>
    public static async Task<IReadOnlyList<BudgetPosition>> BudgetPositionsAsync(this AppDbContext db, int? year, DateOnly today, CancellationToken stop)
    {
        var budgets = await db.Allotments.AsNoTracking().Where(a => year == null || a.Year == year).Select(a => new
        {
            a.Year, a.Source, a.Allotted,
            Closed = db.YearClosings.Where(c => c.Year == a.Year).SelectMany(c => c.Lines).Where(l => l.Source == a.Source).Select(l => (long?)l.Disbursed).FirstOrDefault(),
        }).ToListAsync(stop);
        return Positions(budgets.ConvertAll(b => new Budget(b.Year, b.Source, b.Allotted, b.Closed)), await db.PaidAsync(budgets.ConvertAll(b => b.Year), today, stop));
    }

    /// <summary>
    /// Each budget that a decision moves, as it stands and as it will, of years that may still change: what contracts and vouchers fill
    /// follows the shares of their projects. One SQL command, and one more where the budgets have not been read.
    /// </summary>
    public static async Task<IReadOnlyList<BudgetChange>> BudgetChangesAsync(
        this AppDbContext db, IReadOnlyList<BudgetMove> moves, IReadOnlyList<ProjectMove> projects, IReadOnlyList<Allotment>? allotments, DateOnly today, CancellationToken stop)
    {
        if (moves.Count == 0) return [];
        var years = moves.Select(m => m.Year).Distinct().ToList();
        allotments ??= await db.Allotments.AsNoTracking().Where(a => years.Contains(a.Year)).ToListAsync(stop);
        var paid = await db.PaidAsync(years, today, stop);
        List<Budget> now = [.. moves.Select(m => new Budget(m.Year, m.Source, allotments.FirstOrDefault(a => a.Year == m.Year && a.Source == m.Source)?.Allotted ?? Vnd.Zero, null))];
        var before = Positions(now, paid);
        var after = Positions([.. now.Zip(moves, (b, m) => b with { Allotted = b.Allotted + m.Allotted })], Moved(paid, projects));
        return [.. moves.Select(m => new BudgetChange(Of(before, m), m, Of(after, m)))];

        static BudgetPosition Of(IReadOnlyList<BudgetPosition> positions, BudgetMove move) => positions.Single(p => p.Year == move.Year && p.Source == move.Source);
    }

    private static IEnumerable<PaidProject> Moved(List<PaidProject> paid, IReadOnlyList<ProjectMove> projects)
    {
        var moved = projects.Where(p => p.Code is not null).GroupBy(p => p.Code!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        foreach (var project in paid)
        {
            if (!moved.TryGetValue(project.Code, out var move)) yield return project;
            else yield return project with { Shares = Shares(move), Contracted = (move.Stops || project.ContractsFollow) && project.Contracted > move.Support.Dong ? move.Support.Dong : project.Contracted };
        }

        foreach (var added in projects.Where(p => p.Code is null)) yield return new PaidProject { Code = string.Empty, Contracted = null, Posted = 0, Shares = Shares(added) };

        static IReadOnlyList<PaidShare> Shares(ProjectMove move) => [.. move.Shares.Select(s => new PaidShare { Source = s.Source, Year = s.Year, Amount = s.Amount.Dong })];
    }

    private static async Task<List<PaidProject>> PaidAsync(this AppDbContext db, List<int> years, DateOnly today, CancellationToken stop) =>
        await db.TermsAsOf(today).AsNoTracking()
            .Where(t => t.DecisionId != null && t.Funding.Any(f => (long)f.Amount > 0 && years.Contains(f.Year)))
            .Select(t => new PaidProject
            {
                Code = t.Project!.Code, Status = t.Project.Status,
                Contracted = (long?)t.Project.Contracted, Posted = (long)t.Project.Posted, Shares = t.Funding.Select(f => new PaidShare { Source = f.Source, Year = f.Year, Amount = (long)f.Amount }).ToList(),
            })
            .AsSingleQuery().ToListAsync(stop);

    /// <summary>The same on a past day: by papers, decisions, contracts and posted entries dated by then; three SQL commands.</summary>
    public static Task<IReadOnlyList<BudgetPosition>> BudgetPositionsOnAsync(this AppDbContext db, DateOnly day, CancellationToken stop) => db.OnAsync(null, day, stop);

    /// <summary>The positions of one year on a day, one for each source, also where nothing was allotted by then; three SQL commands.</summary>
    public static Task<IReadOnlyList<BudgetPosition>> BudgetPositionsOnAsync(this AppDbContext db, int year, DateOnly day, CancellationToken stop) => db.OnAsync(year, day, stop);

    private static async Task<IReadOnlyList<BudgetPosition>> OnAsync(this AppDbContext db, int? year, DateOnly day, CancellationToken stop)
    {
        // What a closed year had disbursed stays what its closing says: money that comes back later comes back to another year.
        var endOfDay = VietnamTime.StartOf(day.AddDays(1));
        var papers = await db.Allotments.AsNoTracking().Where(a => year == null || a.Year == year).SelectMany(a => a.Papers, (a, p) => new
        {
            a.Year, a.Source, p.IssuedOn, p.Amount,
            Closed = db.YearClosings.Where(c => c.Year == a.Year && c.ClosedAt < endOfDay).SelectMany(c => c.Lines).Where(l => l.Source == a.Source).Select(l => (long?)l.Disbursed).FirstOrDefault(),
        }).Where(p => p.IssuedOn == null || p.IssuedOn <= day).ToListAsync(stop);
        var posted = await db.PostedByAsync(day, stop);
        var projects = await db.TermsAsOf(day).AsNoTracking().Where(t => t.DecisionId != null && t.Funding.Any(f => (long)f.Amount > 0 && (year == null || f.Year == year)))
            .Select(t => new
            {
                t.ProjectId, Contracted = t.Project!.Contracts.Where(c => c.SignedOn <= day).Sum(c => (long?)c.Value),
                Shares = t.Funding.Select(f => new PaidShare { Source = f.Source, Year = f.Year, Amount = (long)f.Amount }).ToList(),
            })
            .AsSingleQuery().ToListAsync(stop);
        var budgets = papers.GroupBy(p => (p.Year, p.Source)).ToDictionary(g => g.Key, g => new Budget(g.Key.Year, g.Key.Source, g.Sum(p => p.Amount), g.First().Closed));
        if (year is { } one)
        {
            foreach (var source in Enum.GetValues<FundingSource>()) budgets.TryAdd((one, source), new Budget(one, source, Vnd.Zero, null));
        }

        return Positions([.. budgets.Values], projects.Select(p => new PaidProject { Contracted = p.Contracted, Posted = posted.GetValueOrDefault(p.ProjectId).Dong, Shares = p.Shares }));
    }

    /// <summary>Net disbursed of each project by the end of a day; one SQL command.</summary>
    private static async Task<Dictionary<int, Vnd>> PostedByAsync(this AppDbContext db, DateOnly day, CancellationToken stop)
    {
        var sums = await db.MoneyEntries.AsNoTracking().Where(e => e.Verdict!.Posted && e.Date <= day).GroupBy(e => new { e.ProjectId, e.Kind, e.ReversedKind })
            .Select(g => new { g.Key.ProjectId, g.Key.Kind, g.Key.ReversedKind, Amount = g.Sum(e => (long)e.Amount) }).ToListAsync(stop);
        return sums.GroupBy(s => s.ProjectId).ToDictionary(
            g => g.Key, g => g.Sum(s => s.ReversedKind is { } undone ? -undone.Effect(new Vnd(s.Amount)) : s.Kind.Effect(new Vnd(s.Amount))));
    }

    private static IReadOnlyList<BudgetPosition> Positions(IReadOnlyList<Budget> budgets, IEnumerable<PaidProject> projects)
    {
        var shares = projects.SelectMany(Parts).ToLookup(p => (p.Year, p.Source));
        return
        [
            .. budgets.OrderByDescending(b => b.Year).ThenBy(b => b.Source).Select(b => new BudgetPosition(
                b.Year, b.Source, b.Allotted, shares[(b.Year, b.Source)].Sum(s => s.Approved), shares[(b.Year, b.Source)].Sum(s => s.Contracted ?? Vnd.Zero),
                b.Closed is { } disbursed ? new Vnd(disbursed) : shares[(b.Year, b.Source)].Sum(s => s.Disbursed),
                shares[(b.Year, b.Source)].Sum(s => s.Contracted is { } contracted ? contracted - s.Disbursed : Vnd.Zero))),
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

    /// <param name="Year">Its year.</param>
    /// <param name="Source">Its source.</param>
    /// <param name="Allotted">By papers.</param>
    /// <param name="Closed">What its closing says was disbursed; null while the year is open.</param>
    private sealed record Budget(int Year, FundingSource Source, Vnd Allotted, long? Closed);

    private sealed record PaidProject
    {
        public string Code { get; init; } = string.Empty;

        public ProjectStatus Status { get; init; }

        /// <summary>As <see cref="Project.ContractsFollowSupport"/>.</summary>
        public bool ContractsFollow => ProjectWorkflow.Next(Status, ProjectAction.Contract) is null;

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
