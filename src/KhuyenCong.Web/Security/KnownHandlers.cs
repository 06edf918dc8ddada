using KhuyenCong.Web.Operations.Watch;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KhuyenCong.Web.Security;

/// <summary>
/// A page does what it has a handler for: another name is an address that is not there, and a form sent to a page without
/// one is not taken. Left alone, the page would be shown without anything loaded.
/// </summary>
internal sealed class KnownHandlers : IPageFilter
{
    private const string Name = "handler";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Only an answer before the handler can be given below.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // The page of an error keeps the failed request's address.
        if (RequestWatch.IsErrorPage(context.HttpContext)) return;
        var request = context.HttpContext.Request;
        var asked = request.Query[Name].ToString();
        if (asked.Length > 0 && !IsThere(context, asked, request.Method)) context.Result = new StatusCodeResult(StatusCodes.Status404NotFound);
        else if (HttpMethods.IsPost(request.Method) && context.HandlerMethod is null) context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    // The address of a form that was sent stays in the browser: opened anew, it shows the form again.
    private static bool IsThere(PageHandlerExecutingContext context, string asked, string method) =>
        asked.Equals(context.HandlerMethod?.Name, StringComparison.OrdinalIgnoreCase)
        || (!HttpMethods.IsPost(method) && context.ActionDescriptor.HandlerMethods.Any(h => asked.Equals(h.Name, StringComparison.OrdinalIgnoreCase)));

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Nothing is left to ask.
    }
}
