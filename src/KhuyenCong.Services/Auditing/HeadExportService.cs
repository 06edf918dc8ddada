using System.Globalization;
using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>Keeps the trail's head outside the database: after so many entries, and within an hour of any.</summary>
public sealed class HeadExportService(IDbContextFactory<AppDbContext> databases, HeadArchive archive, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Keeps the head when it is time.</summary>
    /// <exception cref="IOException">A folder cannot be written.</exception>
    public async Task<HeadExport> ExportAsync(CancellationToken stop)
    {
        var last = await archive.NewestAsync(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var row = await db.AuditHeads.AsNoTracking().SingleAsync(stop);
        var head = new AuditHeadMark(row.LastNumber, row.LastHash);
        var known = last?.Mark?.Number ?? -1;
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), VietnamTime.Zone).DateTime;
        var isDue = last is null || (head.Number != known && (head.Number - known >= archive.EveryEntries || (now - MomentOf(last.Name)).Duration() >= Longest));
        if (isDue && head.Number >= known) await archive.KeepAsync(now, head, stop);
        return new HeadExport(head, isDue && head.Number >= known, head.Number < known);
    }

    private static DateTime MomentOf(string name) =>
        DateTime.TryParseExact(name, "yyyy-MM-ddTHHmmssfff", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : DateTime.MinValue;
}
