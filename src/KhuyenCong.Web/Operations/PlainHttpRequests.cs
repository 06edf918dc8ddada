using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Operations;

/// <summary>
/// Outside Development cookies travel over TLS only, so that no form works over plain http: says so, instead of failing
/// where the first cookie is set. Health is asked from beside the portal, and the page of the answer needs its styles.
/// </summary>
internal sealed class PlainHttpRequests(RequestDelegate next)
{
    private static readonly PathString[] Open = ["/healthz", "/css", "/js", "/Identity/lib", "/favicon.svg"];

    public Task InvokeAsync(HttpContext context)
    {
        if (RequestWatch.IsErrorPage(context) || context.Request.IsHttps || Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))) return next(context);
        context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        if (HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Upgrade = "TLS/1.2, HTTP/1.1";
        return Task.CompletedTask;
    }
}
