using KhuyenCong.Web.Operations.Status;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>What sees the portal at work: security log, figures, status page.</summary>
internal static class WatchSetup
{
    public static void AddPortalWatch(this IServiceCollection services, PortalSettings settings)
    {
        services.AddHttpContextAccessor();
        services.AddMetrics();
        services.AddSingleton<BackgroundWork>();
        services.AddSingleton<PortalMetrics>();
        services.AddSingleton<UnknownTryCounts>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<RequestTimes>();
        services.AddSingleton<DatabaseWatch>();
        services.AddSingleton<AlarmWatch>();
        services.AddSingleton(new StatusFiles(Path.Combine(settings.StorageRoot, StatusFiles.FolderName)));
        services.AddSingleton<VerificationRecord>();
        services.AddHostedService<MalformedRequests>();
        services.AddHostedService<RunWatch>();
        services.AddScoped<HostLook>();
        services.AddScoped<SystemOverview>();
    }
}
