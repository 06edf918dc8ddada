using Microsoft.AspNetCore.Http.Features;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Answers 413 with a page instead of a broken connection: by the announced length before anything is kept, and by
/// what was read when no length was announced.
/// </summary>
internal sealed class OversizeRequests(RequestDelegate next)
{
    // Browsers show the answer only once they have sent what they announced; beyond this they see a broken connection.
    private const long PatientUpTo = 100L * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is > LimitSetup.LargestRequest and var announced)
        {
            if (announced <= PatientUpTo) await DiscardAsync(context);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        try
        {
            // Read here, where the limit's exception is still itself: later readers turn it into a bad request.
            if (context.Request is { ContentLength: null, HasFormContentType: true }) await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
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
