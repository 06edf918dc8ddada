using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Notes what a page's answer is, for every page at once.</summary>
internal sealed class RequestNotesFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (RequestWatch.IsErrorPage(context.HttpContext)) return;
        if (RequestNotes.Of(context.HttpContext) is not { } notes) return;
        notes.Page = (context.ActionDescriptor as PageActionDescriptor)?.ViewEnginePath;
        notes.AntiforgeryFailed = context.Result is IAntiforgeryValidationFailedResult;
        notes.IsFile = context.Result is FileResult;
        notes.IsPage = context.Result is PageResult or ViewResult;
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // Everything was noted before the answer began.
    }
}
