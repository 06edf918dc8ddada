using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// Makes every seal of the trail again and compares the newest entry of each row with the row, both ways.
/// It finds entries and rows that were changed, added or removed behind the portal's back. It cannot find what
/// somebody does who holds the sealing key, nor a tail cut together with the head unless a kept head is given.
/// </summary>
public sealed class AuditVerifyService(IDbContextFactory<AppDbContext> databases, AuditSeal seal)
{
    /// <param name="kept">A head exported earlier; null compares with the database's own head only.</param>
    /// <param name="stop">Cancels.</param>
    /// <remarks>Writers wait while it runs: entries and rows must be of one moment.</remarks>
    public async Task<AuditReport> VerifyAsync(AuditHeadMark? kept, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.LastNumber, h => h.LastNumber), stop);

        var trail = new AuditTrailWalk(seal, kept);
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(stop)) trail.Read(entry);
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(stop);
        trail.End(head);

        var rows = new AuditRowWalk(db, trail.Newest);
        await rows.CompareAsync(stop);
        return new AuditReport(trail.Entries, rows.Rows, trail.Head, [.. trail.Faults, .. rows.Faults]);
    }
}
