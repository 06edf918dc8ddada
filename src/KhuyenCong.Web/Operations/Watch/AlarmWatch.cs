using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Tells each integrity alarm as it is written, whoever writes it; told twice rather than never when the write fails.</summary>
public sealed class AlarmWatch(SecurityLog security, PortalMetrics metrics) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var alarm in eventData.Context?.ChangeTracker.Entries<IntegrityAlarm>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList() ?? [])
        {
            security.Alarm(alarm.Kind.ToString(), alarm.Entity, alarm.EntityKey);
            metrics.Alarmed();
        }

        return ValueTask.FromResult(result);
    }
}
