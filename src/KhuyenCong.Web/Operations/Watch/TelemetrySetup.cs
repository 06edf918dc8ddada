using System.Diagnostics;
using KhuyenCong.Web.Pages;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Figures and traces for a collector; nothing is sent unless one is named.</summary>
internal static class TelemetrySetup
{
    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DistributedContextPropagator, OwnTraces>();
        var named = builder.Configuration["Otlp:Endpoint"];
        if (string.IsNullOrWhiteSpace(named) && string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        var endpoint = string.IsNullOrWhiteSpace(named) ? null : AddressOf(named);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("khuyencong", serviceVersion: new PortalFrame().Version))
            .WithMetrics(metrics => metrics.WatchPortal().AddOtlpExporter(exporter => Aim(exporter, endpoint)))
            .WithTracing(traces => traces.WatchPortal().AddOtlpExporter(exporter => Aim(exporter, endpoint)));
    }

    /// <summary>The portal's own meter and those of the server and the runtime.</summary>
    public static MeterProviderBuilder WatchPortal(this MeterProviderBuilder metrics) =>
        metrics.AddMeter(PortalMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime");

    /// <summary>A span for each request, without anybody's data.</summary>
    public static TracerProviderBuilder WatchPortal(this TracerProviderBuilder traces) =>
        traces.AddSource("Microsoft.AspNetCore").AddProcessor(new TraceTrimmer());

    private static void Aim(OtlpExporterOptions exporter, Uri? endpoint)
    {
        if (endpoint is not null) exporter.Endpoint = endpoint;
    }

    private static Uri AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
        ? address
        : throw new StartException($"Otlp:Endpoint «{text}» không phải địa chỉ http hoặc https.");
}
