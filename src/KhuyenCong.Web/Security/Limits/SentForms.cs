namespace KhuyenCong.Web.Security.Limits;

/// <summary>Reads forms where what is wrong with them is still itself: later readers turn everything into a bad request in English.</summary>
internal static class SentForms
{
    /// <returns>False where the form cannot be read; the answer's code is set then.</returns>
    public static async Task<bool> IsReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return true;
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (BadHttpRequestException refused)
        {
            Answer(context, refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // Too much in it, an end that is missing, letters in an encoding that is not read.
            Answer(context, StatusCodes.Status400BadRequest);
        }

        return false;
    }

    // The page of the status code must not read the body once more.
    public static void Answer(HttpContext context, int status)
    {
        context.Request.Body = Stream.Null;
        context.Request.ContentLength = null;
        context.Request.ContentType = null;
        context.Response.StatusCode = status;
    }
}
