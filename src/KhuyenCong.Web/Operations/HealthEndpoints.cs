using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Operations;

/// <summary>/healthz/live: the process answers. /healthz/ready: so does its database, with every migration.</summary>
internal static class HealthEndpoints
{
    public const string Ready = "ready";

    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
