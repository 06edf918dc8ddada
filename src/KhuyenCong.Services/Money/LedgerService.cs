using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Reads the money ledger.</summary>
public sealed class LedgerService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>The most entries that the queue shows; the rest follow as these are decided.</summary>
    public const int QueueSize = 50;

    /// <summary>A project's entries in order of their dates, with the net disbursed amount running beside them; six SQL commands.</summary>
    public async Task<Result<IReadOnlyList<LedgerRow>>> ReadAsync(Actor actor, int projectId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var books = await db.BooksAsync(db.Projects.VisibleTo(actor, clock.Today()).Where(p => p.Id == projectId), stop);
        if (!books.TryGetValue(projectId, out var book)) return Failure.NotFound;
        var files = await FilesAsync(db, book.Entries, stop);
        var rows = new List<LedgerRow>(book.Entries.Count);
        var balance = Vnd.Zero;
        foreach (var entry in book.Entries)
        {
            if (entry.IsPosted) balance += entry.Effect;
            rows.Add(Row(entry, book, files, actor, entry.IsPosted ? balance : null));
        }

        return rows;
    }

    /// <summary>One posted entry that the reader may ask to undo; not found when there is none such in scope.</summary>
    public async Task<Result<LedgerRow>> ToReverseAsync(Actor actor, int projectId, int entryId, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyPropose)) return Failure.Forbidden;
        var rows = await ReadAsync(actor, projectId, stop);
        if (!rows.IsDone) return Failure.From(rows);
        return rows.Value.SingleOrDefault(r => r.Id == entryId) is { Kind: not MoneyEntryKind.Reversal, Verdict.Posted: true } row ? row : Failure.NotFound;
    }

    /// <summary>What waits for the accountant, the oldest first; nine SQL commands.</summary>
    public async Task<Result<MoneyQueue>> WaitingAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyValidate)) return Failure.Forbidden;
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        var waiting = db.MoneyEntries.AsNoTracking().Where(e => e.Verdict == null);
        var sums = await waiting.GroupBy(e => new { e.Kind, e.ReversedKind })
            .Select(g => new { g.Key.Kind, g.Key.ReversedKind, Count = g.Count(), Sum = g.Sum(e => (long)e.Amount) }).ToListAsync(stop);
        var effects = sums.Select(s => (s.Count, Effect: s.ReversedKind is { } undone ? -undone.Effect(new Vnd(s.Sum)) : s.Kind.Effect(new Vnd(s.Sum)))).ToList();
        var oldest = await waiting.OrderBy(e => e.ProposedAt).ThenBy(e => e.Id).Take(QueueSize).Select(e => new { e.Id, e.ProjectId }).ToListAsync(stop);
        var ids = oldest.Select(e => e.ProjectId).Distinct().ToList();
        var books = await db.BooksAsync(db.Projects.VisibleTo(actor, today).Where(p => ids.Contains(p.Id)), stop);
        var names = await db.TermsAsOf(today).Where(t => ids.Contains(t.ProjectId)).ToDictionaryAsync(t => t.ProjectId, t => t.Name, stop);
        var entries = oldest.Where(e => books.ContainsKey(e.ProjectId)).Select(e => (Book: books[e.ProjectId], Entry: books[e.ProjectId].Entries.Single(x => x.Id == e.Id))).ToList();
        var files = await FilesAsync(db, [.. entries.Select(e => e.Entry)], stop);
        return new MoneyQueue(
            [.. entries.Select(e => Waiting(e.Book, e.Entry, Row(e.Entry, e.Book, files, actor, null), names))],
            effects.Sum(e => e.Count), effects.Where(e => e.Effect > Vnd.Zero).Sum(e => e.Effect), -effects.Where(e => e.Effect.IsNegative).Sum(e => e.Effect),
            effects.Where(e => e.Effect.IsZero).Sum(e => e.Count));
    }

    private static WaitingEntry Waiting(ProjectBook book, MoneyEntry entry, LedgerRow row, Dictionary<int, string> names)
    {
        var project = book.Project;
        return new WaitingEntry
        {
            Entry = row, ProjectId = project.Id, ProjectCode = project.Code, ProjectName = names.GetValueOrDefault(project.Id) ?? project.Code,
            Support = project.Support, Contracted = project.Contracted, Limit = project.DisbursementLimit, LimitBasis = project.LimitBasis,
            Posted = new(project.Posted, project.Posted + entry.Effect),
            OpenAdvance = new(project.OpenAdvance, OpenAfter(project, entry)),
            Settled = project.Settled, AcceptedSupport = project.AcceptedSupport,
        };
    }

    private static Vnd OpenAfter(Domain.Projects.Project project, MoneyEntry entry) => Domain.Projects.Project.OpenOf(
        project.Advanced + entry.AddsTo(MoneyEntryKind.Advance), project.Cleared + entry.AddsTo(MoneyEntryKind.Clearing),
        project.Recovered + entry.AddsTo(MoneyEntryKind.Recovery));

    private static LedgerRow Row(MoneyEntry entry, ProjectBook book, IReadOnlyDictionary<int, EvidenceFile> files, Actor actor, Vnd? balance)
    {
        var decides = actor.May(Permissions.MoneyValidate) && entry.Verdict is null;
        return new LedgerRow
        {
            Id = entry.Id, Date = entry.Date, Kind = entry.Kind, Amount = entry.Amount, Effect = entry.Effect, Voucher = entry.Voucher,
            Evidence = entry.EvidenceId is { } file ? files.GetValueOrDefault(file) : null,
            Reverses = Link(book.Entries.FirstOrDefault(e => e.Id == entry.ReversesId)),
            ReversedBy = Link(book.Entries.FirstOrDefault(e => e.ReversesId == entry.Id && e.IsLive)),
            Note = entry.Note, LateReason = entry.LateReason, ProposedByName = entry.ProposedByName, ProposedAt = entry.ProposedAt, Verdict = entry.Verdict,
            Balance = balance,
            WhyNotPost = decides ? LedgerRules.WhyNotPost(book, entry, actor.UserId) : [],
            WhyNotReject = decides ? MoneyRules.WhyNotDecide(entry, actor.UserId) : [],
            MayReverse = actor.May(Permissions.MoneyPropose),
            WhyNotReverse = MoneyRules.WhyNotReverse(entry, book.Entries) is { Count: > 0 } refusals ? refusals : MoneyRules.WhyNotUndo(book.Project.Status, entry.Kind),
        };
    }

    private static LedgerLink? Link(MoneyEntry? entry) => entry is null ? null : new(entry.Id, entry.Kind, entry.Voucher, entry.IsPosted);

    private static async Task<IReadOnlyDictionary<int, EvidenceFile>> FilesAsync(AppDbContext db, IEnumerable<MoneyEntry> entries, CancellationToken stop)
    {
        var ids = entries.Select(e => e.EvidenceId).OfType<int>().Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<int, EvidenceFile>();
        return await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new EvidenceFile(d.Id, d.FileName, d.Length))
            .ToDictionaryAsync(d => d.DocumentId, stop);
    }
}
