using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Operations.Scanning;

/// <summary>Tells a silent scanner, for which the portal stays ready: pages go on, only files are not taken.</summary>
internal sealed class ScannerReadiness(ClamdScanner scanner) : IHealthCheck
{
    /// <summary>Of the check; its description is the scanner's version while it answers.</summary>
    public const string Name = "scanner";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await scanner.VersionAsync(cancellationToken) is { } version ? HealthCheckResult.Healthy(version) : HealthCheckResult.Degraded("the scanner does not answer");
}
