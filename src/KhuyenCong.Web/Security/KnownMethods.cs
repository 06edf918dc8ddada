using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Security;

/// <summary>Pages are read and forms are sent; every other method, TRACE among them, is answered before anything is made of it.</summary>
internal sealed class KnownMethods(RequestDelegate next)
{
    private static readonly string[] Taken = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public Task InvokeAsync(HttpContext context)
    {
        if (Taken.Contains(context.Request.Method, StringComparer.Ordinal) || RequestWatch.IsErrorPage(context)) return next(context);
        context.Response.Headers.Allow = string.Join(", ", Taken);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
