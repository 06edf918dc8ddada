using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// Compares the database's schema with the program's: a limit that was taken out of a table, or a trigger that was put on
/// one, works in silence.
/// </summary>
internal static class StoreComparison
{
    public static async Task<IReadOnlyList<AuditFault>> FaultsAsync(AppDbContext db, CancellationToken stop)
    {
        var expected = StoreCatalogue.Expected(db);
        var actual = await StoreCatalogue.ActualAsync(db, stop);
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        var known = db.Database.GetMigrations().ToList();
        return
        [
            .. Told(AuditFaultKind.SchemaMissing, expected.Except(actual)), .. Told(AuditFaultKind.SchemaExtra, actual.Except(expected)),
            .. known.Except(applied, StringComparer.Ordinal).Concat(applied.Except(known, StringComparer.Ordinal)).Select(m => new AuditFault(AuditFaultKind.MigrationsDiffer, 0, 0) { Field = m }),
        ];
    }

    private static IEnumerable<AuditFault> Told(AuditFaultKind kind, IEnumerable<StoreObject> objects) => objects
        .OrderBy(o => o.Table, StringComparer.Ordinal).ThenBy(o => o.Described, StringComparer.Ordinal).Select(o => new AuditFault(kind, 0, 0, o.Table) { Field = o.Described });
}
