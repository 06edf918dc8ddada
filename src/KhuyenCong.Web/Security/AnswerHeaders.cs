using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace KhuyenCong.Web.Security;

/// <summary>
/// What every answer says about its body: text names its charset, and what is no file of the pages' dress is kept by
/// neither browsers nor proxies, so that it is gone from a shared machine when the session is.
/// </summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Complete, context);
        return next(context);
    }

    private static Task Complete(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.GetTypedHeaders();
        if (headers.ContentType is { } type && IsText(type) && !type.Charset.HasValue)
        {
            // A copy: the parsed value may be shared.
            var told = type.Copy();
            told.Charset = "utf-8";
            headers.ContentType = told;
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null && headers.CacheControl?.NoStore != true)
        {
            headers.CacheControl = new CacheControlHeaderValue { NoStore = true, NoCache = true };
        }

        return Task.CompletedTask;
    }

    private static bool IsText(MediaTypeHeaderValue type) => type.Type == "text" || type.Suffix == "xml";
}
