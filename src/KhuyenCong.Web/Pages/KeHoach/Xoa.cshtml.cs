using KhuyenCong.Domain.People;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class XoaModel(PlanPageService plans, DraftPlanService drafts) : PlanStepPage(plans)
{
    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => ShowAsync(id, "Xóa kế hoạch dự thảo?", stop);

    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken stop)
    {
        var result = await drafts.DiscardAsync(Actor, id, version, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã xóa kế hoạch dự thảo.");
                return Redirect("/ke-hoach");
            },
            () => OnGetAsync(id, stop));
    }
}
