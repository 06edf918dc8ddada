using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Reports;

/// <summary>
/// Reads approved projects as slim rows, as they stand or stood: three commands, however many projects there are.
/// </summary>
internal static class BudgetRows
{
    /// <summary>Every approved project of a plan year.</summary>
    public static Task<List<BudgetRow>> ReadAsync(AppDbContext db, int year, DateOnly day, bool isCurrent, CancellationToken stop) =>
        ReadAsync(db, db.Projects.Where(p => p.Plan!.Year == year), db.TermsAsOf(day), day, isCurrent, stop);

    /// <param name="db">The database.</param>
    /// <param name="projects">Which projects; those not yet approved by the day are left out.</param>
    /// <param name="termsOfDay">The terms in force on the day.</param>
    /// <param name="day">The last day that counts.</param>
    /// <param name="isCurrent">Whether that day is today: then the work status is the one that stands.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<List<BudgetRow>> ReadAsync(
        AppDbContext db, IQueryable<Project> projects, IQueryable<ProjectTerms> termsOfDay, DateOnly day, bool isCurrent, CancellationToken stop)
    {
        var terms = Approved(termsOfDay, projects);
        var areas = await terms.SelectMany(t => t.Areas, (t, area) => new { t.ProjectId, area.UnitId }).ToListAsync(stop);
        var units = areas.ToLookup(a => a.ProjectId, a => a.UnitId);
        var money = await MoneyAsync(db, projects, day, stop);
        var endOfDay = VietnamTime.StartOf(day.AddDays(1));

        var rows = await terms.Select(t => new
        {
            t.ProjectId,
            t.Project!.PlanId,
            t.Project.Plan!.Tranche,
            t.Project.Group!.CategoryId,
            t.Project.Status,
            t.AreaScope,
            t.Counterpart,
            t.Other,
            Local = t.Funding.Where(f => f.Source == FundingSource.Local).Sum(f => (long)f.Amount),
            National = t.Funding.Where(f => f.Source == FundingSource.National).Sum(f => (long)f.Amount),
            Contracted = t.Project.Contracts.Where(c => c.SignedOn <= day).Sum(c => (long)c.Value),
            t.Project.AcceptedOn,
            t.Project.AcceptedSupport,
            Found = db.Acceptances.Where(a => a.ProjectId == t.ProjectId).Select(a => (long?)a.AcceptedSupport).FirstOrDefault(),
            Later = t.Project.Terms.Where(o => o.EffectiveFrom > t.Project.AcceptedOn && o.EffectiveFrom <= day).Select(o => o.Funding.Sum(f => (long)f.Amount)).ToList(),
            Started = !isCurrent && (t.Project.ProgressUpdates.Any(u => u.Date <= day)
                || t.Project.History.Any(h => h.Action == ProjectAction.Start && h.At < endOfDay)),
            t.IsStopped,
        }).AsSingleQuery().ToListAsync(stop);

        return [.. rows.Select(r => new BudgetRow
        {
            ProjectId = r.ProjectId,
            PlanId = r.PlanId,
            Tranche = r.Tranche,
            CategoryId = r.CategoryId,
            Place = new AreaPlace(r.AreaScope, [.. units[r.ProjectId]]),
            Status = isCurrent ? r.Status
                : r.IsStopped ? ProjectStatus.Discontinued
                : StatusOf(r.Contracted > 0, r.Started, r.AcceptedOn <= day, money.GetValueOrDefault(r.ProjectId).Settled > Vnd.Zero),
            Local = new Vnd(r.Local),
            National = new Vnd(r.National),
            Figures = money.GetValueOrDefault(r.ProjectId) with
            {
                Projects = r.IsStopped ? 0 : 1,
                Support = new Vnd(r.Local) + new Vnd(r.National),
                Counterpart = r.Counterpart,
                Other = r.Other,
                Contracted = new Vnd(r.Contracted),
                Accepted = !(r.AcceptedOn <= day) ? Vnd.Zero : isCurrent ? r.AcceptedSupport ?? Vnd.Zero : new Vnd(r.Later.Append(r.Local + r.National).Append(r.Found ?? 0).Min()),
            },
        })];
    }

    private static IQueryable<ProjectTerms> Approved(IQueryable<ProjectTerms> termsOfDay, IQueryable<Project> projects) => termsOfDay.AsNoTracking()
        .Where(t => t.EffectiveFrom != null && projects.Any(p => p.Id == t.ProjectId)
            && (t.Project!.Plan!.Status == PlanStatus.Approved || t.Project.Plan.Status == PlanStatus.Closed));

    private static async Task<Dictionary<int, BudgetFigures>> MoneyAsync(AppDbContext db, IQueryable<Project> projects, DateOnly day, CancellationToken stop)
    {
        var sums = await db.MoneyEntries.AsNoTracking()
            .Where(e => e.Verdict!.Posted && e.Date <= day && projects.Any(p => p.Id == e.ProjectId))
            .GroupBy(e => new { e.ProjectId, e.Kind, e.ReversedKind })
            .Select(g => new { g.Key.ProjectId, g.Key.Kind, g.Key.ReversedKind, Amount = g.Sum(e => (long)e.Amount) })
            .ToListAsync(stop);
        return sums.GroupBy(s => s.ProjectId).ToDictionary(
            g => g.Key,
            g => g.Aggregate(default(BudgetFigures), (all, s) => all + (s.ReversedKind is { } undone ? Posted(undone, -new Vnd(s.Amount)) : Posted(s.Kind, new Vnd(s.Amount)))));
    }

    private static BudgetFigures Posted(MoneyEntryKind kind, Vnd amount) => kind switch
    {
        MoneyEntryKind.Advance => new BudgetFigures { Advanced = amount },
        MoneyEntryKind.Payment => new BudgetFigures { Paid = amount },
        MoneyEntryKind.Recovery => new BudgetFigures { Recovered = amount },
        MoneyEntryKind.Settlement => new BudgetFigures { Settled = amount },
        MoneyEntryKind.Clearing => new BudgetFigures { Cleared = amount },
        MoneyEntryKind.Reversal => default,
    };

    // A past day's status follows from dated facts: the history tells when steps were recorded, not when they were true.
    private static ProjectStatus StatusOf(bool isContracted, bool isStarted, bool isAccepted, bool isSettled) => (isContracted, isStarted, isAccepted, isSettled) switch
    {
        (_, _, _, true) => ProjectStatus.Settled,
        (_, _, true, _) => ProjectStatus.Accepted,
        (_, true, _, _) => ProjectStatus.InProgress,
        (true, _, _, _) => ProjectStatus.Contracted,
        _ => ProjectStatus.Approved,
    };
}
