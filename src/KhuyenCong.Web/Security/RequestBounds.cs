using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Pages.Loi;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Refuses addresses that ask for more than any page understands, before anything is made of them: what a page does with a
/// parameter, it does within these bounds, also a page that is written later.
/// </summary>
internal sealed class RequestBounds(RequestDelegate next)
{
    /// <summary>The longest value of a parameter, in characters.</summary>
    public const int LongestValue = 500;

    /// <summary>The most values, all parameters together.</summary>
    public const int MostValues = 200;

    /// <summary>Where to go after signing in is an address with its parameters.</summary>
    public const int LongestReturn = 2_000;

    private static readonly ErrorWords Words = new(
        "Yêu cầu quá dài",
        $"Địa chỉ vừa mở chứa nội dung dài quá mức nhận được: mỗi ô tìm kiếm hoặc điều kiện lọc tối đa {VndFormat.Count(LongestValue)} ký tự, tất cả tối đa {VndFormat.Count(MostValues)} điều kiện.",
        "Tìm bằng vài từ ngắn hơn, hoặc bớt điều kiện lọc.");

    public Task InvokeAsync(HttpContext context)
    {
        if (RequestWatch.IsErrorPage(context) || IsWithinBounds(context.Request)) return next(context);
        context.Items[ErrorWords.Key] = Words;
        if (RequestNotes.Of(context) is { } notes) notes.Event = SecurityEvent.Oversize;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool IsWithinBounds(HttpRequest request)
    {
        if (request.Path.Value?.Split('/').Any(part => part.Length > LongestValue) == true) return false;
        var values = 0;
        foreach (var (name, given) in request.Query)
        {
            values += Math.Max(1, given.Count);
            var longest = name.Equals("returnUrl", StringComparison.OrdinalIgnoreCase) ? LongestReturn : LongestValue;
            if (values > MostValues || name.Length > LongestValue || given.Any(value => value?.Length > longest)) return false;
        }

        return true;
    }
}
