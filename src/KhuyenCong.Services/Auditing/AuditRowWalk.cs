using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>Walks every row that the trail covers, compares it with its newest entry, and hands it on to the counts.</summary>
internal sealed class AuditRowWalk(AppDbContext db, Dictionary<(string Entity, string Key), (long Number, string? RowHash)> newest)
{
    private const int Batch = 2_000;

    private static readonly string Nothing = AuditSeal.HashOf(string.Empty);

    private readonly HashSet<(string Entity, string Key)> _seen = [];
    private readonly AuditCounts _counts = new();
    private readonly AuditPapers _papers = new();

    public long Rows { get; private set; }

    public List<AuditFault> Faults { get; } = [];

    /// <summary>The document rows, whose files are looked at when writers no longer wait.</summary>
    public IReadOnlyList<StoredRow> Documents => _papers.Documents;

    public async Task CompareAsync(CancellationToken stop)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(AuditScope.Covers).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            await foreach (var rows in StoredRows.ReadAsync(db, type, null, Batch, stop)) Compare(rows);
        }

        foreach (var (row, entry) in newest.Where(n => n.Value.RowHash != Nothing && !_seen.Contains(n.Key)).OrderBy(n => n.Value.Number))
        {
            Faults.Add(new AuditFault(AuditFaultKind.RowMissing, entry.Number, entry.Number, row.Entity, row.Key));
        }

        Faults.AddRange(_counts.Faults());
        Faults.AddRange(_papers.Faults());
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
            else if (!string.Equals(last.RowHash, hash, StringComparison.Ordinal)) Faults.Add(new AuditFault(AuditFaultKind.RowChanged, last.Number, last.Number, id.Entity, id.Key));
            _counts.Take(row);
            _papers.Take(row);
        }

        Rows += rows.Count;
    }
}
