using System.Diagnostics;
using System.Globalization;
using KhuyenCong.Web.Operations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.Loi;

/// <summary>The error page of every status code. It reads no database, and answers any method of the failed request.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class IndexModel : PageModel
{
    private Trouble _trouble;

    /// <summary>The status code that is answered.</summary>
    public int Status { get; private set; }

    public ErrorWords Words => HttpContext.Items[ErrorWords.Key] as ErrorWords ?? ErrorWords.Of(_trouble) ?? ErrorWords.Of(Status);

    /// <summary>True where the failed request lacked nothing but a signed-in person.</summary>
    public bool AsksToSignIn => Status == StatusCodes.Status401Unauthorized || (Status is < 500 and not StatusCodes.Status426UpgradeRequired && User.Identity?.IsAuthenticated != true);

    /// <summary>The id under which the log tells what happened: the trace's own, without the parts that the log does not hold.</summary>
    public string RequestId => Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;

    /// <summary>The page answers whatever method failed, also those that no page takes.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null) return;
        Show(int.TryParse(RouteData.Values["status"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : StatusCodes.Status404NotFound);
        context.Result = Page();
    }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        // Nobody reads a success at this address: whoever opens it by hand gets the code it speaks of.
        Status = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is not null) Status = Math.Max(Response.StatusCode, StatusCodes.Status400BadRequest);
        Response.StatusCode = Status;
        _trouble = Troubles.Of(failure);
        if (Troubles.RetryAfter(_trouble) is { } wait) Response.Headers.RetryAfter = wait;
        ViewData["Title"] = Words.Title;

        // After a failure the frame must not ask the database who is signed in and what waits; who asks too much costs little.
        ViewData["Bare"] = _trouble == Trouble.Falsified || Status is >= 500 or StatusCodes.Status426UpgradeRequired or StatusCodes.Status429TooManyRequests;
    }
}
