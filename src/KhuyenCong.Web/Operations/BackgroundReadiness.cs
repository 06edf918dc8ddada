using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Operations;

/// <summary>Ready while every background service works; they all go on until the portal stops.</summary>
internal sealed class BackgroundReadiness(IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stopped = Stopped(services.GetServices<IHostedService>());
        return Task.FromResult(stopped.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("stopped: " + string.Join(", ", stopped)));
    }

    private static List<string> Stopped(IEnumerable<IHostedService> services) =>
        [.. services.OfType<BackgroundService>().Where(service => service.ExecuteTask is { IsCompleted: true }).Select(service => service.GetType().Name)];
}
