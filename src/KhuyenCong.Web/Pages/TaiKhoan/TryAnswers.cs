using System.Globalization;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Vi;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>What a page answers to a password or code that did not open the door.</summary>
internal static class TryAnswers
{
    /// <summary>The page again: 429 where the try came too early, 400 where it was wrong; with the wait, if there is one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="answer">How the try ended.</param>
    /// <param name="words">What to say of it.</param>
    /// <param name="shown">What the view is shown with, where it is not the page's own.</param>
    public static PageResult AgainAfter(this PageModel page, SignInAnswer answer, TryWords words, ViewDataDictionary? shown = null)
    {
        var isEarly = answer.Outcome == SignInOutcome.TooEarly;
        page.Response.StatusCode = isEarly ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest;
        if (answer.Wait > TimeSpan.Zero) page.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(answer.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (isEarly) (shown ?? page.ViewData)[PortalPage.SummaryHeadingKey] = "Vui lòng chờ rồi thử lại";
        // What was typed is not shown again: a code works once.
        if (words.Field.Length > 0) page.ModelState.SetModelValue(words.Field, string.Empty, string.Empty);
        page.ModelState.AddModelError(words.Field, isEarly
            ? $"Đã nhập sai nhiều lần nên lần này chưa được kiểm tra. Chờ {ViWaits.Of(answer.Wait)} {words.Then}."
            : answer.Wait > TimeSpan.Zero ? $"{words.Wrong} Chờ {ViWaits.Of(answer.Wait)} rồi thử lại." : words.Wrong);
        return page.Page();
    }
}
