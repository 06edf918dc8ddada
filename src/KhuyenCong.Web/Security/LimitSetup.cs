using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Security.Limits;

namespace KhuyenCong.Web.Security;

/// <summary>How large a request may be, whom the proxy headers are believed from, what is compressed.</summary>
internal static class LimitSetup
{
    /// <summary>20 MiB of signed decision and the fields beside it.</summary>
    public const long LargestRequest = 21L * 1024 * 1024;

    /// <summary>The appraisal form of a 2,000-row annex has an opinion, a verdict and a note for each row.</summary>
    public const int MostFields = 8_192;

    /// <summary>The longest text that a form's field may bring, in characters: far beyond what any field takes.</summary>
    public const int LongestField = 64 * 1024;

    // 10 MiB of workbook and the form around it: caught before the form is read.
    private const long LargestImport = (10L * 1024 * 1024) + (64 * 1024);

    /// <summary>The largest request that an address takes, in bytes.</summary>
    public static long LargestFor(PathString path) => path.StartsWithSegments("/ke-hoach/nhap-tu-excel", StringComparison.OrdinalIgnoreCase) ? LargestImport : LargestRequest;

    public static void AddPortalLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = LargestRequest;
            form.ValueCountLimit = MostFields;
            form.KeyLengthLimit = 256;
            form.ValueLengthLimit = LongestField;
        });
        builder.Services.AddSingleton(RequestQuotas.Of(builder.Configuration));
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "image/svg+xml"];
        });
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, builder.Configuration["Proxy:Known"]));
    }

    private static void Believe(ForwardedHeadersOptions forwarded, string? known)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var text in (known ?? string.Empty).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (System.Net.IPNetwork.TryParse(text, out var network)) forwarded.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) forwarded.KnownProxies.Add(address);
            else throw new StartException($"Proxy:Known «{text}» không phải địa chỉ hoặc dải địa chỉ IP.");
        }
    }
}
