using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Seeding;
using KhuyenCong.Services.Settings;
using KhuyenCong.Web.Operations.Scanning;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KhuyenCong.Web.Operations;

/// <summary>Settings, clock, audit key, health, and what is watched.</summary>
public static class OperationsSetup
{
    public static WebApplicationBuilder AddPortalOperations(this WebApplicationBuilder builder)
    {
        var settings = PortalSettings.Of(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new FileStore(settings.StorageRoot));
        builder.Services.AddSingleton(services => new ReferenceSeeder(services.GetRequiredService<IDbContextFactory<AppDbContext>>(), newPortalsRequireFactors: !settings.DemoEnabled));
        builder.Services.AddSingleton(Delegations(builder.Configuration));
        builder.Services.AddSingleton<DemoSeeder>();
        var seal = AuditKey.Seal(builder.Configuration, builder.Environment, settings.DataFolder, HasData(builder, settings));
        builder.Services.AddSingleton(seal);
        builder.Services.AddSingleton(new HeadArchive(settings.HeadFolder, seal, settings.SecondHeadFolder) { EveryEntries = settings.HeadEveryEntries });
        builder.Services.AddSingleton(PublicAddress.Of(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<DatabaseGuard>();
        builder.Services.AddSingleton<RunningHold>();
        builder.Services.AddSingleton(new BackupRecords(settings.StorageRoot));
        if (settings is { DemoEnabled: true, DemoToday: { } today })
        {
            builder.Services.AddSingleton(new DemoClock(TimeProvider.System, today));
            builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<DemoClock>());
        }
        else
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
        }

        builder.Services.AddPortalWatch(settings);
        builder.AddPortalTelemetry();
        builder.Services.AddHostedService<DailyHeadExport>();
        builder.Services.AddHostedService<Housekeeping>();
        // A service that fails is told by readiness and started anew with the portal; it does not take the pages down with it.
        builder.Services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseReadiness>("database", tags: [HealthEndpoints.Ready])
            .AddCheck<StoreReadiness>("store", tags: [HealthEndpoints.Ready])
            .AddCheck<BackgroundReadiness>("background", tags: [HealthEndpoints.Ready]);
        builder.AddPortalScanning();
        return builder;
    }

    private static DelegationLimits Delegations(IConfiguration configuration)
    {
        var days = configuration.GetValue("Delegations:LongestDays", DelegationLimits.Usual.LongestDays);
        return days is >= 1 and <= 3660 ? new DelegationLimits(days) : throw new StartException($"Delegations:LongestDays «{days}» phải từ 1 đến 3.660 ngày.");
    }

    private static bool HasData(WebApplicationBuilder builder, PortalSettings settings)
    {
        if (StoreMarker.IsIn(settings.StorageRoot)) return true;
        var isSqlite = string.Equals(builder.Configuration["Database:Provider"] ?? SqliteSetup.ProviderName, SqliteSetup.ProviderName, StringComparison.Ordinal);
        var place = isSqlite ? SqlitePlace.Of(DatabaseSetup.SqliteConnection(builder.Configuration, builder.Environment.ContentRootPath)) : null;
        return place is not null && File.Exists(place) && new FileInfo(place).Length > 0;
    }
}
