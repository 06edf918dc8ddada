using System.Globalization;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Vi;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>What a page answers to a password or code that did not open the door.</summary>
internal static class TryAnswers
{
    /// <summary>The page again: 429 where the try came too early, 400 where it was wrong; with the wait, if there is one.</summary>
    public static PageResult AgainAfter(this PageModel page, SignInAnswer answer, string wrong)
    {
        var isEarly = answer.Outcome == SignInOutcome.TooEarly;
        page.Response.StatusCode = isEarly ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        if (answer.Wait > TimeSpan.Zero) page.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(answer.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var wait = answer.Wait > TimeSpan.Zero ? $"Chờ {ViWaits.Of(answer.Wait)} rồi thử lại." : string.Empty;
        page.ModelState.AddModelError(string.Empty, isEarly ? $"Đã thử sai nhiều lần nên lần này chưa được xét. {wait}" : $"{wrong} {wait}".TrimEnd());
        return page.Page();
    }
}
