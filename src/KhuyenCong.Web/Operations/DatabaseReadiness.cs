using System.Data.Common;
using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Operations;

/// <summary>Ready when the database is in its place and whole as far as a glance tells, answers, and holds every migration of this build.</summary>
internal sealed class DatabaseReadiness(IDbContextFactory<AppDbContext> databases, DatabaseGuard guard) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (guard.IsGone) return HealthCheckResult.Unhealthy("database removed or exchanged");
        if (guard.IsCorrupt) return HealthCheckResult.Unhealthy("database corrupt");
        try
        {
            guard.Probe();
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any() ? HealthCheckResult.Unhealthy("migrations pending") : HealthCheckResult.Healthy();
        }
        catch (DbException failure)
        {
            return HealthCheckResult.Unhealthy("database unreachable", failure);
        }
    }
}
