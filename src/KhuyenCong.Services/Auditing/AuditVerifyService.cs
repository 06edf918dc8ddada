using System.Globalization;
using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Services.Documents;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// Makes every seal of the trail again, replays each row's changes, compares the newest entry of each row with the row, both
/// ways, asks who had the right to sign, adds up the counters, compares the schema, and hashes submitted texts and kept files. It finds what was changed, added or removed behind the portal's
/// back; docs/security.md says what it cannot find.
/// </summary>
public sealed class AuditVerifyService(IDbContextFactory<AppDbContext> databases, AuditSeal seal, FileStore store, HeadArchive archive)
{
    private const int Batch = 2_000;

    /// <param name="kept">A head noted earlier, beside the exported ones.</param>
    /// <param name="stop">Cancels.</param>
    /// <remarks>Writers wait while it reads entries and rows, which must be of one moment; not while it reads files.</remarks>
    public async Task<AuditReport> VerifyAsync(AuditHeadMark? kept, CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        // Read before the trail: an export made meanwhile would name entries that this verification does not see.
        var exports = await archive.ReadAsync(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        AuditTrailWalk trail;
        AuditReplayWalk replay;
        AuditRowWalk rows;
        IReadOnlyList<AuditFault> schema;
        await using (await db.Database.BeginTransactionAsync(stop))
        {
            await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.LastNumber, h => h.LastNumber), stop);
            trail = new AuditTrailWalk(seal, await HeadAsync(db, stop), kept, exports);
            await foreach (var entries in StoredRows.ReadAsync(db, db.Model.FindEntityType(typeof(AuditEntry))!, [nameof(AuditEntry.Number)], Batch, stop)) trail.Read(entries);
            trail.End();
            replay = new AuditReplayWalk(db, seal, trail.FirstDigest);
            await replay.ReadAsync(stop);
            rows = new AuditRowWalk(db, trail.Newest, replay);
            await rows.CompareAsync(stop);
            schema = await StoreComparison.FaultsAsync(db, stop);
        }

        var files = await FileFaultsAsync(rows.Documents, stop);
        return new AuditReport(trail.Entries, rows.Rows, rows.Documents.Count, exports, trail.Head, [.. trail.Faults, .. replay.Faults, .. rows.Faults, .. schema, .. files])
        {
            Duration = TimeProvider.System.GetElapsedTime(started),
        };
    }

    // Read as it stands: a head that no entity could hold is a fault, not the end of the verification.
    private static async Task<AuditHeadMark> HeadAsync(AppDbContext db, CancellationToken stop)
    {
        await foreach (var heads in StoredRows.ReadAsync(db, db.Model.FindEntityType(typeof(AuditHead))!, [], Batch, stop))
        {
            if (heads.Count == 1) return new AuditHeadMark(heads[0].Number(nameof(AuditHead.LastNumber)) ?? 0, heads[0][nameof(AuditHead.LastHash)] ?? string.Empty);
        }

        return new AuditHeadMark(0, string.Empty);
    }

    private async Task<List<AuditFault>> FileFaultsAsync(IReadOnlyList<StoredRow> documents, CancellationToken stop)
    {
        List<AuditFault> faults = [];
        foreach (var document in documents)
        {
            var named = document["Sha256"] ?? string.Empty;
            // A row that names no hash was changed, and is told as such; its file cannot be looked for.
            await using var file = FileStore.IsHash(named) ? store.Open(named) : null;
            if (file is null)
            {
                faults.Add(new AuditFault(AuditFaultKind.FileMissing, 0, 0, document.Shape.Entity, document.Key));
                continue;
            }

            var length = file.Length.ToString(CultureInfo.InvariantCulture);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            if (hash != named || length != document["Length"]) faults.Add(new AuditFault(AuditFaultKind.FileChanged, 0, 0, document.Shape.Entity, document.Key));
        }

        return faults;
    }
}
