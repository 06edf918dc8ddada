using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Status;

/// <summary>Reads how the portal's database fares, for whoever runs it.</summary>
public sealed class SystemStatusService(AppDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(24);

    /// <summary>The figures now; seven SQL commands.</summary>
    public async Task<Result<SystemFigures>> ReadAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var started = TimeProvider.System.GetTimestamp();
        var alarms = await db.IntegrityAlarms.CountAsync(a => a.SeenAt == null, stop);
        var answer = TimeProvider.System.GetElapsedTime(started);
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToHashSet(StringComparer.Ordinal);
        var now = clock.NowUtc();
        return new SystemFigures(
            (db.Database.ProviderName ?? string.Empty).Split('.')[^1], applied.Count, db.Database.GetMigrations().Count(m => !applied.Contains(m)), answer,
            await FailedAsync(now, stop), await OpenSessionsAsync(now, stop), alarms);
    }

    private async Task<IReadOnlyList<HourCount>> FailedAsync(DateTime now, CancellationToken stop)
    {
        var since = now - LookBack;
        var counted = await db.SignInEvents
            .Where(e => e.At >= since && (e.Kind == SignInKind.WrongPassword || e.Kind == SignInKind.LockedOut))
            .GroupBy(e => new { e.At.Year, e.At.Month, e.At.Day, e.At.Hour })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(stop);
        return
        [
            .. counted.Select(c => new HourCount(new DateTime(c.Key.Year, c.Key.Month, c.Key.Day, c.Key.Hour, 0, 0, DateTimeKind.Utc), c.Count))
                .OrderByDescending(c => c.Hour),
        ];
    }

    // As UserSession.IsOpenAt says.
    private Task<int> OpenSessionsAsync(DateTime now, CancellationToken stop)
    {
        var (oldest, quietest) = (now - UserSession.LongestLife, now - UserSession.LongestPause);
        return db.UserSessions.CountAsync(s => s.EndedAt == null && s.StartedAt > oldest && s.LastSeenAt > quietest, stop);
    }
}
