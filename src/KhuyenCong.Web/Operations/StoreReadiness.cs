using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Operations;

/// <summary>Ready when a file can be written into the store, and there is room there and where the database lies.</summary>
internal sealed class StoreReadiness(PortalSettings settings, IDbContextFactory<AppDbContext> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            Directory.CreateDirectory(settings.StorageRoot);
            var trial = Path.Combine(settings.StorageRoot, $".{Guid.NewGuid():N}.tmp");
            await File.WriteAllBytesAsync(trial, [1], cancellationToken);
            File.Delete(trial);
            foreach (var folder in await FoldersAsync(cancellationToken))
            {
                var free = new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
                if (free < settings.LeastFreeSpace) return HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"{free / 1024 / 1024} MB free in {folder}"));
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("store not writable", failure);
        }
    }

    private async Task<List<string>> FoldersAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var place = db.Database.IsSqlite() ? SqlitePlace.Of(db.Database.GetConnectionString()) : null;
        return place is null ? [settings.StorageRoot] : [settings.StorageRoot, Path.GetDirectoryName(place)!];
    }
}
