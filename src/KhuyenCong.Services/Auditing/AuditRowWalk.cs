using System.Reflection;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Services.Auditing;

/// <summary>Walks every row that the trail covers and compares it with its newest entry.</summary>
internal sealed class AuditRowWalk(AppDbContext db, Dictionary<(string Entity, string Key), (long Number, string RowHash)> newest)
{
    private const int Batch = 1000;

    private static readonly MethodInfo CompareOne = typeof(AuditRowWalk).GetMethod(nameof(CompareTypeAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly string Nothing = AuditSeal.HashOf(string.Empty);

    private readonly HashSet<(string Entity, string Key)> _seen = [];

    public long Rows { get; private set; }

    public List<AuditFault> Faults { get; } = [];

    public async Task CompareAsync(CancellationToken stop)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(AuditScope.Covers).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            await (Task)CompareOne.MakeGenericMethod(type.ClrType).Invoke(this, [type, stop])!;
        }

        foreach (var (row, entry) in newest.Where(n => n.Value.RowHash != Nothing && !_seen.Contains(n.Key)).OrderBy(n => n.Value.Number))
        {
            Faults.Add(new AuditFault(AuditFaultKind.RowMissing, entry.Number, entry.Number, row.Entity, row.Key));
        }
    }

    private async Task CompareTypeAsync<T>(IEntityType type, CancellationToken stop)
        where T : class
    {
        var name = CanonicalRow.EntityName(type);
        var rows = type.HasSharedClrType ? db.Set<T>(type.Name) : db.Set<T>();
        // Tracked, since only then hidden columns are known; let go in batches.
        await foreach (var row in rows.IgnoreAutoIncludes().AsTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            var entry = rows.Entry(row);
            var id = (name, CanonicalRow.KeyOf(entry));
            _seen.Add(id);
            if (!newest.TryGetValue(id, out var last)) Faults.Add(new AuditFault(AuditFaultKind.RowExtra, 0, 0, id.name, id.Item2));
            else if (last.RowHash == Nothing) Faults.Add(new AuditFault(AuditFaultKind.RowExtra, last.Number, last.Number, id.name, id.Item2));
            else if (last.RowHash != CanonicalRow.HashOf(entry)) Faults.Add(new AuditFault(AuditFaultKind.RowChanged, last.Number, last.Number, id.name, id.Item2));
            if (++Rows % Batch == 0) db.ChangeTracker.Clear();
        }

        db.ChangeTracker.Clear();
    }
}
