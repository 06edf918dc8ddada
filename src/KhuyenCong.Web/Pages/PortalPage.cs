using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Factors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KhuyenCong.Web.Pages;

/// <summary>The base of every page: who acts, the frame's contents, and the one answer to a use case's result.</summary>
public abstract class PortalPage : PageModel
{
    /// <summary>The key of TempData under which the next page finds its notice.</summary>
    public const string NoticeKey = "Notice";

    /// <summary>The key of ViewData for the sentences of refusals, shown in the error summary.</summary>
    public const string RefusalsKey = "Refusals";

    /// <summary>The key of ViewData for the heading of the error summary, where it is not that of fields or refusals.</summary>
    public const string SummaryHeadingKey = "SummaryHeading";

    /// <summary>The key of ViewData that has the error summary lead to «Xác nhận lại» beside this page, whose files it cannot keep.</summary>
    public const string AskElsewhereKey = "AskElsewhere";

    /// <summary>The key of ViewData for the way out of a refusal, where a page leads there: its words and its address.</summary>
    public const string WayOutKey = "WayOut";

    /// <summary>The key of ViewData for the keys of wrong fields in the order of the validator, which is that of the form.</summary>
    public const string WrongFieldsKey = "WrongFields";

    // What a form carries unseen has no place where it could be marked.
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal) { "FormKey", "Secret", "Version" };

    /// <summary>Who acts.</summary>
    public Actor Actor => HttpContext.RequestServices.GetRequiredService<CurrentActor>().Actor;

    /// <summary>The heading, and the name of the browser's tab.</summary>
    public string Title
    {
        get => ViewData["Title"] as string ?? "";
        protected set => ViewData["Title"] = value;
    }

    /// <summary>The name of the bound request, so that field errors find their fields.</summary>
    protected virtual string FormName => "Input";

    /// <summary>The field that a refusal is about, so that it is told there; null for the page as a whole.</summary>
    protected virtual string? FieldOf(Refusal refusal) => null;

    /// <summary>The path above the heading.</summary>
    protected void ShowCrumbs(params IReadOnlyList<Crumb> crumbs) => ViewData["Crumbs"] = crumbs;

    /// <summary>Leaves a sentence for the next page: «Đã trình kế hoạch.»</summary>
    protected void Notify(string notice) => TempData[NoticeKey] = notice;

    /// <summary>Answers a result: done → what <paramref name="onDone"/> says (a redirect), else the page again or an error page.</summary>
    /// <param name="result">How the use case ended.</param>
    /// <param name="onDone">The redirect; call <see cref="Notify"/> in it.</param>
    protected IActionResult Answer(Result result, Func<IActionResult> onDone) => result.Outcome switch
    {
        Outcome.Done => onDone(),
        Outcome.Invalid => Again(result.Errors),
        Outcome.Refused => AgainRefused(result),
        Outcome.NotFound => new StatusCodeResult(StatusCodes.Status404NotFound),
        Outcome.Forbidden => new StatusCodeResult(StatusCodes.Status403Forbidden),
        Outcome.Stale => ShowBothVersions(result.Stale!),
    };

    /// <summary>As <see cref="Answer"/>, loading what the page shows before it is shown again.</summary>
    /// <param name="result">How the use case ended.</param>
    /// <param name="onDone">The redirect.</param>
    /// <param name="load">Loads the page's own content; an answer of its own (404) wins.</param>
    protected async Task<IActionResult> AnswerAsync(Result result, Func<IActionResult> onDone, Func<Task<IActionResult>> load)
    {
        var answer = Answer(result, onDone);
        if (answer is not PageResult) return answer;
        var loaded = await load();
        return loaded is PageResult ? answer : loaded;
    }

    /// <summary>The page as it was loaded, or with 400, what to type and of when the figures are where the day in the address cannot be read.</summary>
    /// <param name="field">The parameter, and the field of the form.</param>
    /// <param name="day">What was typed.</param>
    /// <param name="loaded">The page.</param>
    protected IActionResult UnlessUnreadable(string field, string? day, IActionResult loaded) => loaded is PageResult && !ViShape.IsDateOrEmpty(day)
        ? Answer(Failure.Invalid(field, $"{ViShape.DateMessageOf(day)} Trang đang hiển thị số liệu mới nhất."), Page)
        : loaded;

    private PageResult Again(IReadOnlyList<FieldError> errors)
    {
        Mark(errors);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Mark(IReadOnlyList<FieldError> errors)
    {
        var keys = errors.Select(error => KeyOf(error.Field)).ToList();
        foreach (var (key, error) in keys.Zip(errors)) ModelState.AddModelError(key, error.Message);
        ViewData[WrongFieldsKey] = keys;
    }

    private ActionResult AgainRefused(Result result)
    {
        var notes = RequestNotes.Of(HttpContext);
        if (notes is not null) notes.Codes = string.Join(',', result.Refusals.Select(r => r.Code).Distinct(StringComparer.Ordinal).Take(10));
        if (result.Refusals.Any(r => r is AccountRefusals.FactorNotFresh))
        {
            if (notes is not null) notes.Event = SecurityEvent.StepUpAsked;
            if (FactorAsk.Of(Request) is { } ask) return AskForFactor(ask);
            ViewData[AskElsewhereKey] = true;
        }

        Mark([.. result.Refusals.Where(r => FieldOf(r) is not null).Select(r => new FieldError(FieldOf(r)!, RefusalText.Of(r)))]);
        ViewData[RefusalsKey] = RefusalText.Of([.. result.Refusals.Where(r => FieldOf(r) is null)]);
        if (result.Refusals.OfType<BeneficiaryRefusals.IsMerged>().FirstOrDefault() is { } merged) ViewData[WayOutKey] = ("Mở đơn vị được giữ lại", $"~/don-vi-thu-huong/{merged.IntoId}");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The page «Xác nhận lại», which keeps what was typed and sends it again.</summary>
    protected ViewResult AskForFactor(FactorAsk ask)
    {
        ModelState.Clear();
        return new()
        {
            ViewName = "/Pages/TaiKhoan/XacNhanLaiHoi.cshtml",
            StatusCode = StatusCodes.Status403Forbidden,
            ViewData = new ViewDataDictionary<FactorAsk>(MetadataProvider, ModelState) { Model = ask },
            TempData = TempData,
        };
    }

    private ViewResult ShowBothVersions(StaleReport report) => new()
    {
        ViewName = "/Pages/Loi/Stale.cshtml",
        StatusCode = StatusCodes.Status409Conflict,
        ViewData = new ViewDataDictionary<StaleReport>(MetadataProvider, ModelState) { Model = report, ["Crumbs"] = ViewData["Crumbs"] },
        TempData = TempData,
    };

    private string KeyOf(string field)
    {
        if (field.Length == 0 || Unseen.Contains(field)) return "";
        var prefixed = FormName.Length == 0 ? field : $"{FormName}.{field}";
        return (ModelState.ContainsKey(field) || Request.Query.ContainsKey(field)) && !ModelState.ContainsKey(prefixed) ? field : prefixed;
    }
}
