using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>Walks every row that the trail covers, compares it with its newest entry, and hands it on to the counts.</summary>
internal sealed class AuditRowWalk(AppDbContext db, Dictionary<(string Entity, string Key), (long Number, string? RowHash)> newest, AuditReplayWalk replay)
{
    private const int Batch = 2_000;

    /// <summary>The most changed rows whose fields are named.</summary>
    private const int MostNamed = 500;

    private static readonly string Nothing = AuditSeal.HashOf(string.Empty);

    private readonly HashSet<(string Entity, string Key)> _seen = [];
    private readonly AuditCounts _counts = new();
    private readonly AuditPapers _papers = new();
    private readonly List<(int Place, StoredRow Row)> _changed = [];

    public long Rows { get; private set; }

    public List<AuditFault> Faults { get; } = [];

    /// <summary>The document rows, whose files are looked at when writers no longer wait.</summary>
    public IReadOnlyList<StoredRow> Documents => _papers.Documents;

    public async Task CompareAsync(CancellationToken stop)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(AuditScope.Covers).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            await foreach (var rows in StoredRows.ReadAsync(db, type, [], Batch, stop)) Compare(rows);
        }

        foreach (var (place, row) in _changed)
        {
            if (await replay.ReplayAsync(row.Shape.Entity, row.Key, stop) is { } told) Faults[place] = Faults[place] with { Field = string.Join(',', told.Unequal(row)) };
        }

        foreach (var (id, told) in replay.Kept.Where(k => k.Value.Unlike is not null && !_seen.Contains(k.Key))) Faults.Add(Broken(id, told, string.Empty));
        foreach (var (row, entry) in newest.Where(n => n.Value.RowHash != Nothing && !_seen.Contains(n.Key)).OrderBy(n => n.Value.Number))
        {
            Faults.Add(new AuditFault(AuditFaultKind.RowMissing, entry.Number, entry.Number, row.Entity, row.Key));
        }

        Faults.AddRange(_counts.Faults());
        Faults.AddRange(_papers.Faults());
    }

    private AuditFault Broken((string Entity, string Key) id, RowReplay told, string fields)
    {
        var entry = told.Unlike ?? newest[id].Number;
        return new AuditFault(AuditFaultKind.HistoryBroken, entry, entry, id.Entity, id.Key) { Field = fields };
    }

    private void Compare(List<StoredRow> rows)
    {
        var hashes = new string[rows.Count];
        Parallel.For(0, rows.Count, at => hashes[at] = rows[at].Hash());
        foreach (var (row, hash) in rows.Zip(hashes))
        {
            var id = (Entity: row.Shape.Entity, row.Key);
            _seen.Add(id);
            if (!newest.TryGetValue(id, out var last)) Faults.Add(new AuditFault(AuditFaultKind.RowExtra, 0, 0, id.Entity, id.Key));
            else if (last.RowHash == Nothing) Faults.Add(new AuditFault(AuditFaultKind.RowExtra, last.Number, last.Number, id.Entity, id.Key));
            else if (!string.Equals(last.RowHash, hash, StringComparison.Ordinal))
            {
                if (_changed.Count < MostNamed) _changed.Add((Faults.Count, row));
                Faults.Add(new AuditFault(AuditFaultKind.RowChanged, last.Number, last.Number, id.Entity, id.Key));
            }
            else if (replay.Kept.TryGetValue(id, out var told))
            {
                // The newest entry agrees with the row, but not with the entries before it.
                var fields = string.Join(',', told.Unequal(row));
                if (fields.Length > 0 || told.Unlike is not null) Faults.Add(Broken(id, told, fields));
            }

            _counts.Take(row);
            _papers.Take(row);
        }

        Rows += rows.Count;
    }
}
