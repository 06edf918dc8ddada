using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Reads the money ledger.</summary>
public sealed class LedgerService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>The most entries that the queue shows; the rest follow as these are decided.</summary>
    public const int QueueSize = 50;

    /// <summary>A project's entries in order of their dates, with the net disbursed amount running beside them; two SQL commands.</summary>
    public async Task<Result<IReadOnlyList<LedgerRow>>> ReadAsync(Actor actor, int projectId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var project = await db.Projects.AsNoTracking().VisibleTo(actor, clock.Today()).SingleOrDefaultAsync(p => p.Id == projectId, stop);
        if (project is null) return Failure.NotFound;
        var entries = await db.MoneyEntries.AsNoTracking().Include(e => e.Verdict).Where(e => e.ProjectId == projectId)
            .OrderBy(e => e.Date).ThenBy(e => e.Id).ToListAsync(stop);

        var rows = new List<LedgerRow>(entries.Count);
        var balance = Vnd.Zero;
        foreach (var entry in entries)
        {
            var isPosted = entry.Verdict is { Posted: true };
            if (isPosted) balance += entry.Effect;
            rows.Add(Row(entry, project, actor, isPosted ? balance : null));
        }

        return rows;
    }

    /// <summary>What waits for the accountant, the oldest first; four SQL commands.</summary>
    public async Task<Result<MoneyQueue>> WaitingAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyValidate)) return Failure.Forbidden;
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        var waiting = db.MoneyEntries.AsNoTracking().Where(e => e.Verdict == null);
        var sums = await waiting.GroupBy(e => e.Kind == MoneyEntryKind.Recovery)
            .Select(g => new { IsRecovery = g.Key, Count = g.Count(), Sum = g.Sum(e => (long)e.Amount) }).ToListAsync(stop);
        var entries = await waiting.OrderBy(e => e.ProposedAt).ThenBy(e => e.Id).Take(QueueSize).ToListAsync(stop);
        var ids = entries.Select(e => e.ProjectId).Distinct().ToList();
        var projects = await db.Projects.AsNoTracking().VisibleTo(actor, today).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var names = await db.TermsAsOf(today).Where(t => ids.Contains(t.ProjectId)).ToDictionaryAsync(t => t.ProjectId, t => t.Name, stop);
        return new MoneyQueue(
            [.. entries.Where(e => projects.ContainsKey(e.ProjectId)).Select(e =>
            {
                var project = projects[e.ProjectId];
                return new WaitingEntry(
                    Row(e, project, actor, null), project.Id, project.Code, names.GetValueOrDefault(project.Id) ?? project.Code,
                    project.DisbursementLimit, project.Posted, project.Pending);
            })],
            sums.Sum(s => s.Count),
            new Vnd(sums.Where(s => !s.IsRecovery).Sum(s => s.Sum)),
            new Vnd(sums.Where(s => s.IsRecovery).Sum(s => s.Sum)));
    }

    private static LedgerRow Row(MoneyEntry entry, Project project, Actor actor, Vnd? balance)
    {
        var decides = actor.May(Permissions.MoneyValidate) && entry.Verdict is null;
        return new LedgerRow
        {
            Id = entry.Id, Date = entry.Date, Kind = entry.Kind, Amount = entry.Amount, Voucher = entry.Voucher, Note = entry.Note,
            ProposedByName = entry.ProposedByName, ProposedAt = entry.ProposedAt, Verdict = entry.Verdict, Balance = balance,
            WhyNotPost = decides ? MoneyRules.WhyNotPost(project, entry, actor.UserId) : [],
            WhyNotReject = decides ? MoneyRules.WhyNotDecide(entry, actor.UserId) : [],
        };
    }
}
