using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Documents;

/// <summary>
/// Clears the store of what killed uploads left: drafts, and files that no document names, when they are older than a
/// day. A file is first set aside, and removed a month later: should an older database be restored by mistake, what
/// only the newer one names is still there.
/// </summary>
public sealed class OrphanSweepService(IDbContextFactory<AppDbContext> databases, FileStore store)
{
    private const int Batch = 500;
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptAside = TimeSpan.FromDays(30);

    /// <returns>How many files were set aside or removed.</returns>
    public async Task<int> SweepAsync(CancellationToken stop)
    {
        // Ages of files are of the machine's clock, not of the demonstration's.
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var swept = store.RemoveDrafts(now - Age) + store.RemoveSetAside(now - KeptAside);
        await using var db = await databases.CreateDbContextAsync(stop);
        foreach (var hashes in store.KeptBefore(now - Age).Chunk(Batch))
        {
            var named = await db.Documents.AsNoTracking().Where(d => hashes.Contains(d.Sha256)).Select(d => d.Sha256).Distinct().ToListAsync(stop);
            swept += hashes.Except(named, StringComparer.Ordinal).Count(hash => store.SetAside(hash, now - Age));
        }

        return swept;
    }
}
