using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>Exports the trail's head once a day.</summary>
public sealed class HeadExportService(IDbContextFactory<AppDbContext> databases, HeadArchive archive, TimeProvider clock)
{
    /// <summary>Keeps today's head, unless it was kept before.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task ExportAsync(CancellationToken stop)
    {
        var today = clock.Today();
        if (archive.Has(today)) return;
        await using var db = await databases.CreateDbContextAsync(stop);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(stop);
        await archive.KeepAsync(today, new AuditHeadMark(head.LastNumber, head.LastHash), stop);
    }
}
