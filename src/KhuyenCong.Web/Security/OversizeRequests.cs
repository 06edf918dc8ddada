using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Answers 413 with a page instead of a broken connection: by the announced length before anything is kept, and by
/// what was read when no length was announced.
/// </summary>
internal sealed class OversizeRequests(RequestDelegate next)
{
    // Browsers show the answer only once they have sent what they announced; beyond this they see a broken connection.
    // Strangers have nothing to send that is this large: the server does not listen to it for them.
    private const long PatientUpTo = 100L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength is { } announced && announced > LimitSetup.LargestFor(context.Request.Path))
        {
            if (announced <= PatientUpTo && (await context.AuthenticateAsync()).Succeeded) await DiscardAsync(context);
            else if (HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Connection = "close";
            Answer(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        try
        {
            // Read here, where the limit's exception is still itself: later readers turn it into a bad request.
            if (context.Request is { ContentLength: null, HasFormContentType: true }) await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            Answer(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }
        catch (InvalidDataException)
        {
            Answer(context, StatusCodes.Status400BadRequest);
            return;
        }

        await next(context);
    }

    // The page of the status code must not read the body once more.
    private static void Answer(HttpContext context, int status)
    {
        context.Request.Body = Stream.Null;
        context.Request.ContentLength = null;
        context.Request.ContentType = null;
        context.Response.StatusCode = status;
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
