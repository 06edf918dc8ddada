using KhuyenCong.Services.Documents;

namespace KhuyenCong.Web.Operations.Scanning;

/// <summary>The scanner of uploaded files, where the operator names one.</summary>
internal static class ScanningSetup
{
    public static void AddPortalScanning(this WebApplicationBuilder builder)
    {
        if (ClamdSettings.Of(builder.Configuration) is not { } settings) return;
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<ClamdScanner>();
        builder.Services.AddSingleton<IFileScanner>(services => services.GetRequiredService<ClamdScanner>());
        builder.Services.AddHealthChecks().AddCheck<ScannerReadiness>(ScannerReadiness.Name, tags: [HealthEndpoints.Ready]);
    }
}
