using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog;
using Serilog.Events;

namespace KhuyenCong.Web.Operations;

/// <summary>Settings, clock, audit key, health and logging.</summary>
public static class OperationsSetup
{
    // Neither names, addresses nor form values: the path has no query string, and the request id leads on.
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {TraceId} {RequestId} {Message:lj}{NewLine}{Exception}";

    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(
            logger =>
            {
                logger.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                    .MinimumLevel.Override("System", LogEventLevel.Warning)
                    .Enrich.FromLogContext()
                    .ReadFrom.Configuration(builder.Configuration);
                logger.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
                if (builder.Configuration["Logging:File"] is { Length: > 0 } file)
                {
                    logger.WriteTo.File(
                        Path.GetFullPath(file, builder.Environment.ContentRootPath), outputTemplate: Line,
                        formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31);
                }
            });
        return builder;
    }

    public static WebApplicationBuilder AddPortalOperations(this WebApplicationBuilder builder)
    {
        var settings = PortalSettings.Of(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new FileStore(settings.StorageRoot));
        builder.Services.AddSingleton(services => new ReferenceSeeder(services.GetRequiredService<IDbContextFactory<AppDbContext>>(), newPortalsRequireFactors: !settings.DemoEnabled));
        builder.Services.AddSingleton<DemoSeeder>();
        var seal = AuditKey.Seal(builder.Configuration, builder.Environment, settings.DataFolder);
        builder.Services.AddSingleton(seal);
        builder.Services.AddSingleton(new HeadArchive(settings.HeadFolder, seal, settings.SecondHeadFolder) { EveryEntries = settings.HeadEveryEntries });
        if (settings is { DemoEnabled: true, DemoToday: { } today })
        {
            builder.Services.AddSingleton(new DemoClock(TimeProvider.System, today));
            builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<DemoClock>());
        }
        else
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
        }

        builder.Services.AddHostedService<DailyHeadExport>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReadiness>("database", tags: [HealthEndpoints.Ready]);
        return builder;
    }
}
