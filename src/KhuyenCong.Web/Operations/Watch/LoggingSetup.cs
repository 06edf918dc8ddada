using KhuyenCong.Web.Security.Provider;
using Serilog;
using Serilog.Events;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Where the log goes and what it leaves out.</summary>
public static class LoggingSetup
{
    /// <param name="builder">The program.</param>
    /// <param name="isCommand">A command's own words go to the standard output, its log beside them.</param>
    /// <exception cref="StartException">Logging:Format is not known.</exception>
    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder, bool isCommand = false)
    {
        var configuration = builder.Configuration;
        var formatter = new SafeFormatter(IsJson(configuration["Logging:Format"]), configuration.GetValue("Logging:ExceptionMessages", false));
        // Its own logger, not the static one: two portals in one process would write into each other's file.
        builder.Services.AddSerilog(
            logger =>
            {
                logger.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                    .MinimumLevel.Override("Microsoft.AspNetCore.HostFiltering", LogEventLevel.Information)
                    // Their messages quote the database's, which quotes values; what nobody handled is told by the page of errors.
                    .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
                    .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Query", LogEventLevel.Fatal)
                    // It quotes what came in the provider's answer, which anybody can type; what came of it is told by the page.
                    .MinimumLevel.Override(typeof(ProviderHandler).FullName!, LogEventLevel.Fatal)
                    .MinimumLevel.Override("System", LogEventLevel.Warning)
                    .Enrich.FromLogContext()
                    .ReadFrom.Configuration(configuration);
                logger.WriteTo.Console(formatter, standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : null);
                if (configuration["Logging:File"] is not { Length: > 0 } file) return;
                logger.WriteTo.File(
                    formatter, Path.GetFullPath(file, builder.Environment.ContentRootPath), rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true,
                    fileSizeLimitBytes: configuration.GetValue("Logging:FileMegabytes", 50) * 1024L * 1024, retainedFileCountLimit: configuration.GetValue("Logging:FilesKept", 93),
                    hooks: new LogFileRights());
            },
            preserveStaticLogger: true);
        return builder;
    }

    private static bool IsJson(string? format) => format switch
    {
        null or "" or "text" => false,
        "json" => true,
        _ => throw new StartException($"Logging:Format «{format}» không hợp lệ; dùng text hoặc json."),
    };
}
