using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// Compares rows that are about to be believed with their newest entries: as the database holds them now, and as they
/// were loaded.
/// </summary>
internal sealed class SealedRows(AppDbContext db, AuditSeal seal)
{
    // SQL Server takes 2,100 parameters: a key has at most three columns, and is asked for in the trail too.
    private const int Batch = 400;

    private static readonly string Nothing = AuditSeal.HashOf(string.Empty);

    private readonly List<BrokenSeal> _broken = [];
    private readonly List<EntityEntry> _stale = [];

    /// <summary>Rows that somebody wrote behind the portal's back.</summary>
    public IReadOnlyList<BrokenSeal> Broken => _broken;

    /// <summary>Rows that were loaded before somebody else lawfully changed them.</summary>
    public IReadOnlyList<EntityEntry> Stale => _stale;

    /// <summary>Rows that are to be written; one command for each batch of 400.</summary>
    public async Task CompareAsync(IEnumerable<EntityEntry> rows, CancellationToken stop)
    {
        foreach (var batch in rows.Where(e => AuditScope.Covers(e.Metadata)).Chunk(Batch))
        {
            var named = batch.Select(e => (Entry: e, Entity: CanonicalRow.EntityName(e.Metadata), Key: CanonicalRow.KeyOf(e))).ToList();
            var read = await StoredRows.ReadWithEntriesAsync(db, named.GroupBy(n => n.Entity, n => n.Key, StringComparer.Ordinal), [.. batch.GroupBy(e => e.Metadata)], stop);
            var newest = ById(read.Newest);
            var stored = read.Rows.ToDictionary(r => (r.Shape.Entity, r.Key));
            foreach (var (entry, entity, key) in named)
            {
                Compare(entry, entity, key, stored.TryGetValue((entity, key), out var row) ? row : null, newest.TryGetValue((entity, key), out var last) ? last : null);
            }
        }
    }

    /// <summary>Rows that are believed without being written; one command for them, and one for each batch of 400 of their entries.</summary>
    public async Task CompareAsync(IReadOnlyList<SealedQuestion> questions, CancellationToken stop)
    {
        foreach (var batch in (await StoredRows.ReadAsync(db, questions, stop)).Chunk(Batch))
        {
            var newest = ById((await StoredRows.ReadWithEntriesAsync(db, batch.GroupBy(r => r.Shape.Entity, r => r.Key, StringComparer.Ordinal), [], stop)).Newest);
            foreach (var row in batch) Compare(null, row.Shape.Entity, row.Key, row, newest.TryGetValue((row.Shape.Entity, row.Key), out var last) ? last : null);
        }
    }

    private static Dictionary<(string Entity, string Key), (StoredRow Entry, string? HashBefore)> ById(IEnumerable<(StoredRow Entry, string? HashBefore)> newest) =>
        newest.ToDictionary(e => (e.Entry["Entity"] ?? string.Empty, e.Entry["EntityKey"] ?? string.Empty));

    private void Compare(EntityEntry? entry, string entity, string key, StoredRow? row, (StoredRow Entry, string? HashBefore)? newest)
    {
        var last = newest?.Entry;
        var number = last?.Number(nameof(AuditEntry.Number));
        var hash = last?[nameof(AuditEntry.RowHash)];
        var isGone = last is null || hash == Nothing;

        // Whoever forges the entry along with the row lacks the key of its seal.
        var isForged = newest is { } told && told.Entry.Seal(told.HashBefore ?? AuditSeal.Origin, seal) != told.Entry[nameof(AuditEntry.Hash)];
        if (row is null && isGone && !isForged) _stale.Add(entry!);
        else if (row is null) Tell(IntegrityAlarmKind.RowMissing);
        else if (isGone) Tell(IntegrityAlarmKind.RowExtra);
        else if (isForged || row.Value.Hash() != hash) Tell(IntegrityAlarmKind.RowChanged);
        else if (entry is not null && CanonicalRow.HashOf(CanonicalShape.Of(entry.Metadata), entry.OriginalValues) != hash) _stale.Add(entry);

        void Tell(IntegrityAlarmKind kind) => _broken.Add(new BrokenSeal(kind, entity, key, number));
    }
}
