using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// Compares rows that are about to be believed with their newest entries: as the database holds them now, and as they
/// were loaded.
/// </summary>
internal sealed class SealedRows(AppDbContext db, AuditSeal seal)
{
    // SQL Server takes 2,100 parameters, and a key has at most three columns.
    private const int Batch = 500;

    private static readonly string Nothing = AuditSeal.HashOf(string.Empty);

    private readonly List<BrokenSeal> _broken = [];
    private readonly List<EntityEntry> _stale = [];

    /// <summary>Rows that somebody wrote behind the portal's back.</summary>
    public IReadOnlyList<BrokenSeal> Broken => _broken;

    /// <summary>Rows that were loaded before somebody else lawfully changed them.</summary>
    public IReadOnlyList<EntityEntry> Stale => _stale;

    /// <summary>For each batch of 500 rows one command for their entries, and one for each entity's rows.</summary>
    public async Task CompareAsync(IEnumerable<EntityEntry> rows, CancellationToken stop)
    {
        foreach (var batch in rows.Where(e => AuditScope.Covers(e.Metadata)).Chunk(Batch))
        {
            var groups = batch.GroupBy(e => e.Metadata).ToList();
            var keys = batch.Select(e => (Entity: CanonicalRow.EntityName(e.Metadata), Key: CanonicalRow.KeyOf(e))).GroupBy(k => k.Entity, k => k.Key, StringComparer.Ordinal);
            var newest = (await StoredRows.ReadNewestEntriesAsync(db, keys, stop))
                .ToDictionary(e => (e.Entry["Entity"] ?? string.Empty, e.Entry["EntityKey"] ?? string.Empty));
            foreach (var group in groups)
            {
                var stored = (await StoredRows.ReadAsync(db, group.Key, [.. group], stop)).ToDictionary(r => r.Key, StringComparer.Ordinal);
                foreach (var entry in group)
                {
                    var key = CanonicalRow.KeyOf(entry);
                    var entity = CanonicalRow.EntityName(group.Key);
                    Compare(entry, entity, key, stored.TryGetValue(key, out var row) ? row : null, newest.TryGetValue((entity, key), out var last) ? last : null);
                }
            }
        }
    }

    private void Compare(EntityEntry entry, string entity, string key, StoredRow? row, (StoredRow Entry, string? HashBefore)? newest)
    {
        var last = newest?.Entry;
        var number = last?.Number(nameof(AuditEntry.Number));
        var hash = last?[nameof(AuditEntry.RowHash)];
        var isGone = last is null || hash == Nothing;

        // Whoever forges the entry along with the row lacks the key of its seal.
        var isForged = newest is { } told && told.Entry.Seal(told.HashBefore ?? AuditSeal.Origin, seal) != told.Entry[nameof(AuditEntry.Hash)];
        if (row is null && isGone && !isForged) _stale.Add(entry);
        else if (row is null) Tell(IntegrityAlarmKind.RowMissing);
        else if (isGone) Tell(IntegrityAlarmKind.RowExtra);
        else if (isForged || row.Value.Hash() != hash) Tell(IntegrityAlarmKind.RowChanged);
        else if (CanonicalRow.HashOf(CanonicalShape.Of(entry.Metadata), entry.OriginalValues) != hash) _stale.Add(entry);

        void Tell(IntegrityAlarmKind kind) => _broken.Add(new BrokenSeal(kind, entity, key, number));
    }
}
