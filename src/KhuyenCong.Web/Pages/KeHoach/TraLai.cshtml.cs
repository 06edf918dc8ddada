using KhuyenCong.Domain.People;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansReturn)]
public sealed class TraLaiModel(PlanPageService plans, PlanSubmissionService submission) : PortalPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public PlanPage Plan { get; private set; } = null!;

    protected override string FormName => "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await plans.ReadAsync(Actor, id, null, stop);
        return Answer(result, () =>
        {
            Plan = result.Value;
            Title = "Trả lại kế hoạch";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Plan.Title, $"/ke-hoach/{id}"));
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken stop)
    {
        var result = await submission.ReturnAsync(Actor, id, version, Reason, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã trả lại kế hoạch. Người lập thấy lý do và sửa để trình lại.");
                return Redirect($"/ke-hoach/{id}");
            },
            () => OnGetAsync(id, stop));
    }
}
