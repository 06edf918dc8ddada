using System.Data.Common;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace KhuyenCong.Data.Auditing;

/// <summary>Tells of falsified rows: an error in the log, and a row for the administrators, written through the door.</summary>
internal sealed partial class AlarmBell(AppDbContext work, AuditSeal seal, TimeProvider clock)
{
    /// <summary>One refused save may concern thousands of rows; these suffice to act upon, and the verification names all.</summary>
    private const int MostRows = 50;

    private static readonly Actor Guard = Actor.System("Niêm phong dữ liệu");

    private readonly ILogger _log = work.GetService<ILoggerFactory>().CreateLogger("KhuyenCong.Integrity");

    /// <summary>Rings; what cannot be written is logged, so that the refusal itself stands in any case.</summary>
    public async Task RingAsync(IReadOnlyList<BrokenSeal> broken, Actor during)
    {
        foreach (var row in broken.Take(MostRows)) Falsified(row.Kind, row.Entity, row.Key, row.EntryNumber, during.UserId, broken.Count);
        try
        {
            // Whoever breaks off the request does not keep the alarm from being written.
            await WriteAsync([.. broken.Take(MostRows)], during, CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or FalsifiedRowException)
        {
            NotWritten(failure, broken.Count);
        }
    }

    private async Task WriteAsync(IReadOnlyList<BrokenSeal> broken, Actor during, CancellationToken stop)
    {
        await using var db = new AppDbContext((DbContextOptions<AppDbContext>)work.GetService<IDbContextOptions>(), seal, clock);
        await db.LockAsync(stop);
        var keys = broken.Select(b => b.Key).Distinct(StringComparer.Ordinal).ToList();
        var told = (await db.IntegrityAlarms.AsNoTracking().Where(a => a.SeenAt == null && keys.Contains(a.EntityKey)).Select(a => new { a.Kind, a.Entity, a.EntityKey }).ToListAsync(stop))
            .Select(a => (a.Kind, a.Entity, a.EntityKey)).ToHashSet();

        // Told once until somebody takes note: trying again and again must not fill the trail.
        db.IntegrityAlarms.AddRange(broken.Where(b => told.Add((b.Kind, b.Entity, b.Key))).Select(b => new IntegrityAlarm
        {
            Kind = b.Kind, Entity = b.Entity, EntityKey = b.Key, EntryNumber = b.EntryNumber, During = during.Name.Length > 100 ? during.Name[..100] : during.Name,
            DetectedAt = clock.GetUtcNow().UtcDateTime,
        }));
        await db.SaveAsync(Guard, null, stop);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind}: {Entity} {Key} does not agree with its newest entry {EntryNumber} in the audit trail; found while account {UserId} was at work, {Count} rows in all")]
    private partial void Falsified(IntegrityAlarmKind kind, string entity, string key, long? entryNumber, int? userId, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The alarm about {Count} falsified rows could not be written")]
    private partial void NotWritten(Exception failure, int count);
}
