using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Seeding;
using KhuyenCong.Web.Operations.Status;
using KhuyenCong.Web.Operations.Watch;
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
        builder.Services.AddSingleton(new HeadArchive(settings.HeadFolder));
        builder.Services.AddSingleton<ReferenceSeeder>();
        builder.Services.AddSingleton<DemoSeeder>();
        builder.Services.AddSingleton(AuditKey.Seal(builder.Configuration, builder.Environment, settings.DataFolder));
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
        builder.Services.AddHealthChecks().AddCheck<DatabaseReadiness>("database", tags: [HealthEndpoints.Ready]);
        return builder;
    }
}
