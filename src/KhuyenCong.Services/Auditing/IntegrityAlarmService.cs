using KhuyenCong.Data;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>What the portal found falsified while it worked.</summary>
public sealed class IntegrityAlarmService(AppDbContext db, TimeProvider clock)
{
    private const int MostShown = 100;

    /// <summary>Those that nobody has taken note of first, then the newest.</summary>
    public async Task<Result<IReadOnlyList<IntegrityAlarm>>> ReadAsync(Actor actor, CancellationToken stop) => actor.May(Permissions.AuditRead)
        ? await db.IntegrityAlarms.AsNoTracking().OrderBy(a => a.SeenAt != null).ThenByDescending(a => a.Id).Take(MostShown).ToListAsync(stop)
        : Failure.Forbidden;

    /// <summary>An administrator takes note of an alarm; it stays in the list.</summary>
    public async Task<Result> SeeAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (await db.IntegrityAlarms.SingleOrDefaultAsync(a => a.Id == id, stop) is not { } alarm) return Failure.NotFound;
        if (alarm.SeenAt is not null) return Result.Done;
        alarm.See(actor.UserId!.Value, clock.NowUtc());
        await db.SaveAsync(actor, null, stop);
        return Result.Done;
    }
}
