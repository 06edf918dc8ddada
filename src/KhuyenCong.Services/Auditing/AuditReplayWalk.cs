using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// Reads the entries a second time, row by row, and replays each row's changes. One row's fields are in memory at a time;
/// kept are only rows that do not agree, and those with secrets, of which there are few.
/// </summary>
internal sealed class AuditReplayWalk(AppDbContext db, AuditSeal seal, long firstDigest)
{
    private const int Batch = 2_000;

    /// <summary>The most rows whose fields are kept to be named.</summary>
    private const int MostKept = 10_000;

    private static readonly string[] Order = [nameof(AuditEntry.Entity), nameof(AuditEntry.EntityKey), nameof(AuditEntry.Number)];

    private readonly Dictionary<string, CanonicalShape> _shapes = db.Model.GetEntityTypes().Where(AuditScope.Covers)
        .ToDictionary(CanonicalRow.EntityName, t => CanonicalShape.Of(t), StringComparer.Ordinal);

    private RowReplay? _open;

    public List<AuditFault> Faults { get; } = [];

    /// <summary>Rows whose stored fields are to be compared with what their entries tell.</summary>
    public Dictionary<(string Entity, string Key), RowReplay> Kept { get; } = [];

    public async Task ReadAsync(CancellationToken stop)
    {
        var trail = db.Model.FindEntityType(typeof(AuditEntry))!;
        await foreach (var entries in StoredRows.ReadAsync(db, trail, Order, Batch, stop)) Take(entries);
        if (_open is not null) Close(_open);
    }

    /// <summary>Replays one row again, to name the fields in which it was changed behind the portal's back.</summary>
    public async Task<RowReplay?> ReplayAsync(string entity, string key, CancellationToken stop)
    {
        if (!_shapes.TryGetValue(entity, out var shape)) return null;
        var replay = new RowReplay(shape, key, seal);
        foreach (var entry in await StoredRows.ReadEntriesAsync(db, entity, key, stop)) replay.Take(entry, firstDigest);
        return replay;
    }

    private void Take(List<StoredRow> entries)
    {
        List<(RowReplay Replay, int From, int Until)> rows = [];
        for (var from = 0; from < entries.Count;)
        {
            var (entity, key) = (entries[from][nameof(AuditEntry.Entity)], entries[from][nameof(AuditEntry.EntityKey)]);
            var until = from + 1;
            while (until < entries.Count && entries[until][nameof(AuditEntry.EntityKey)] == key && entries[until][nameof(AuditEntry.Entity)] == entity) until++;
            if (entity is not null && key is not null && _shapes.TryGetValue(entity, out var shape))
            {
                var isOpen = rows.Count == 0 && _open is { } open && open.Entity == entity && open.Key == key;
                rows.Add((isOpen ? _open! : new RowReplay(shape, key, seal), from, until));
            }

            from = until;
        }

        Parallel.ForEach(rows, row =>
        {
            for (var at = row.From; at < row.Until; at++) row.Replay.Take(entries[at], firstDigest);
        });

        // The batch may have ended amid a row.
        if (_open is not null && (rows.Count == 0 || rows[0].Replay != _open)) Close(_open);
        for (var at = 0; at < rows.Count - 1; at++) Close(rows[at].Replay);
        _open = rows.Count == 0 ? null : rows[^1].Replay;
    }

    private void Close(RowReplay replay)
    {
        Faults.AddRange(replay.Faults);
        if (replay.Masked is { } masked) Faults.Add(new AuditFault(AuditFaultKind.SecretMasked, masked, masked, replay.Entity, replay.Key));
        var matters = replay.Unlike is not null || _shapes[replay.Entity].HasSecrets;
        if (matters && Kept.Count < MostKept) Kept[(replay.Entity, replay.Key)] = replay;
        else if (replay.Unlike is { } entry) Faults.Add(new AuditFault(AuditFaultKind.HistoryBroken, entry, entry, replay.Entity, replay.Key));
    }
}
