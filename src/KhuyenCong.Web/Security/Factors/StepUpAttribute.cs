using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>
/// Asks for the factor before a form is opened whose act demands a fresh one, so that nothing typed waits on it: opened, the
/// form has at least five minutes. The service asks again; this is kindness, not the guard.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StepUpAttribute : Attribute, IPageFilter
{
    private static readonly TimeSpan TimeToFillIn = TimeSpan.FromMinutes(5);

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing is known yet.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // What the page would refuse anyway is known once it is loaded.
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || context.Result is not PageResult || context.HandlerInstance is IRefusingForm { IsRefused: true }) return;
        var then = http.RequestServices.GetRequiredService<Services.People.DoorClock>().NowUtc + TimeToFillIn;
        if (!http.User.MustShowFactor(then)) return;
        context.Result = new LocalRedirectResult("/xac-nhan-lai" + QueryString.Create("tro-ve", http.Request.Path + http.Request.QueryString));
    }
}
