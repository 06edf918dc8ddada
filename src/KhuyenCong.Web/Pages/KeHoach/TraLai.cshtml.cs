using KhuyenCong.Domain.People;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansReturn)]
public sealed class TraLaiModel(PlanPageService plans, PlanSubmissionService submission) : PlanStepPage(plans)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override string FormName => "";

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => ShowAsync(id, "Trả lại kế hoạch", stop);

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
