using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansRead)]
public sealed class ChiTietModel(PlanPageService plans, PlanWarningsService warnings, PlanSubmissionService submission, DraftProjectService drafts) : PortalPage
{
    /// <summary>The day whose terms are shown, as the browser's date field sends it.</summary>
    [BindProperty(Name = "ngay", SupportsGet = true)]
    public string? Day { get; set; }

    /// <summary>"Vào sổ đến ngày": narrows to the decisions that had been entered in the register by then.</summary>
    [BindProperty(Name = "vao-so", SupportsGet = true)]
    public string? Recorded { get; set; }

    /// <summary>The tab: de-an, quyet-dinh, tien or lich-su.</summary>
    [BindProperty(Name = "phan", SupportsGet = true)]
    public string? Part { get; set; }

    public PlanPage Plan { get; private set; } = null!;

    public PlanWarnings Warnings { get; private set; } = PlanWarnings.None;

    public DateOnly? AsOf => ViShape.Date(Day);

    /// <summary>Whether the days are fields of what is shown; on the other parts the address alone holds them.</summary>
    public bool AsksForDays => IsDecided && Part is not ("quyet-dinh" or "tien" or "lich-su");

    public bool IsDecided => Plan.Status is PlanStatus.Approved or PlanStatus.Closed;

    public bool MayEdit => Plan.IsEditable && Actor.May(Permissions.PlansEdit);

    public bool MaySubmit => Plan.IsEditable && Actor.May(Permissions.PlansSubmit);

    public bool MayAppraise => Plan.Status == PlanStatus.Submitted && Actor.May(Permissions.PlansAppraise);

    public bool MayReturn => Plan.WhyNotReturn.Count == 0 && Actor.May(Permissions.PlansReturn);

    public bool MayApprove => Plan.Status is PlanStatus.Submitted or PlanStatus.Appraised && Actor.May(Permissions.PlansApprove);

    /// <summary>A plan that is still being appraised lacks opinions by nature; its state says it all.</summary>
    public IReadOnlyList<Refusal> WhyNotApprove => Plan.WhyNotApprove.OfType<PlanRefusals.WrongStatus>().ToList() is { Count: > 0 } state ? state : Plan.WhyNotApprove;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await plans.ReadAsync(Actor, id, AsOf, ViShape.Date(Recorded), stop);

        // Warnings speak of what stands today.
        if (result is { IsDone: true, Value.IsPast: false } && await warnings.OfPlanAsync(Actor, id, stop) is { IsDone: true } seen) Warnings = seen.Value;
        var loaded = Answer(result, () =>
        {
            Plan = result.Value;
            Title = Plan.Title;
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"));
            return Page();
        });
        return loaded is not PageResult ? loaded : UnlessUnreadable(AsksForDays ? "vao-so" : "", Recorded, UnlessUnreadable(AsksForDays ? "ngay" : "", Day, loaded));
    }

    public async Task<IActionResult> OnPostSubmitAsync(int id, int version, CancellationToken stop)
    {
        var result = await submission.SubmitAsync(Actor, id, version, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã trình kế hoạch. Chuyên viên khác thẩm định từng đề án.");
                return Redirect($"/ke-hoach/{id}");
            },
            () => OnGetAsync(id, stop));
    }

    /// <param name="id">The plan.</param>
    /// <param name="up">The project that goes one place up.</param>
    /// <param name="down">The project that goes one place down.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IActionResult> OnPostMoveAsync(int id, [FromForm(Name = "len")] int? up, [FromForm(Name = "xuong")] int? down, CancellationToken stop)
    {
        if ((up ?? down) is not { } projectId) return BadRequest();
        var result = await drafts.MoveAsync(Actor, id, projectId, up is not null, stop);
        return await AnswerAsync(result, () => Redirect($"/ke-hoach/{id}#de-an-{projectId}"), () => OnGetAsync(id, stop));
    }
}
