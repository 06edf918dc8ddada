using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Answers 413 with a page instead of a broken connection, by the announced length, before anything is kept. What announces
/// no length is counted as it is read (<see cref="SentForms"/>).
/// </summary>
internal sealed class OversizeRequests(RequestDelegate next)
{
    // Browsers show the answer only once they have sent what they announced; beyond this they see a broken connection.
    // Strangers have nothing to send that is this large: the server does not listen to it for them.
    private const long PatientUpTo = 100L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (RequestWatch.IsErrorPage(context))
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength is { } announced && announced > LimitSetup.LargestFor(context.Request.Path))
        {
            if (announced <= PatientUpTo && (await context.AuthenticateAsync()).Succeeded) await DiscardAsync(context);
            else if (HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Connection = "close";
            SentForms.Answer(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        await next(context);
    }

    private static async Task DiscardAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = PatientUpTo;
        var buffer = new byte[64 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) > 0)
        {
            // Nothing is kept.
        }
    }
}
