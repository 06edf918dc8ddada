using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansAppraise)]
public sealed class ThamDinhModel(PlanPageService plans, PlanWarningsService warnings, PlanAppraisalService appraisal) : PlanStepPage(plans)
{
    [BindProperty]
    public AppraisalRequest Input { get; set; } = new();

    /// <summary>The projects with the number of their row in the form.</summary>
    public IReadOnlyDictionary<int, int> Rows { get; private set; } = new Dictionary<int, int>();

    /// <summary>The projects whose opinion was missing when the appraisal was to end.</summary>
    public IReadOnlySet<int> Unanswered { get; private set; } = new HashSet<int>();

    public PlanWarnings Warnings { get; private set; } = PlanWarnings.None;

    public int Missing => Plan.Projects.Count(p => p.Verdict is null);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, stop);
        if (shown is PageResult)
        {
            Input = new()
            {
                Version = Plan.Version,
                Opinions = [.. Plan.Projects.Select(p => new OpinionRequest { ProjectId = p.Id, Verdict = p.Verdict, Note = p.OpinionNote })],
            };
        }

        return shown;
    }

    /// <param name="id">The plan.</param>
    /// <param name="step">luu: keep the opinions; dat-het: keep them and pass the rest; xong: keep them and end the appraisal.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "viec")] string? step, CancellationToken stop)
    {
        var isLast = step == "xong";
        Result result = !ModelState.IsValid ? Failure.Unreadable
            : isLast ? await appraisal.FinishAsync(Actor, id, Input, stop)
            : await appraisal.SaveAsync(Actor, id, Input with { PassRest = step == "dat-het" }, stop);
        return await AnswerAsync(
            InOneLine(result),
            () =>
            {
                Notify(isLast ? "Đã hoàn thành thẩm định. Kế hoạch chờ lãnh đạo phê duyệt." : "Đã lưu ý kiến thẩm định.");
                return Redirect(isLast ? $"/ke-hoach/{id}" : $"/ke-hoach/{id}/tham-dinh");
            },
            () => ShowAsync(id, stop));
    }

    // One missing opinion is like the other: a line that leads to the first, and a mark at each, instead of a line for each.
    private Result InOneLine(Result result)
    {
        Unanswered = result.Refusals.OfType<PlanRefusals.NoOpinion>().Select(r => r.ProjectId).ToHashSet();
        if (Unanswered.Count == 0) return result;
        var first = Input.Opinions.ToList().FindIndex(o => Unanswered.Contains(o.ProjectId));
        return Failure.Invalid(first < 0 ? "" : $"Opinions[{first}].Verdict", $"Còn {Unanswered.Count} đề án chưa có ý kiến.");
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, "Thẩm định kế hoạch", stop);
        if (shown is not PageResult) return shown;
        if (await warnings.OfPlanAsync(Actor, id, stop) is { IsDone: true } seen) Warnings = seen.Value;
        if (Plan.Status != PlanStatus.Submitted && HttpMethods.IsGet(Request.Method)) return Redirect($"/ke-hoach/{id}");
        Rows = Plan.Projects.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return shown;
    }
}
