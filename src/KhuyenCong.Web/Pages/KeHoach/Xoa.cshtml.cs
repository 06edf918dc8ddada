using KhuyenCong.Domain.People;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class XoaModel(PlanPageService plans, DraftPlanService drafts) : PortalPage
{
    public PlanPage Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await plans.ReadAsync(Actor, id, null, stop);
        return Answer(result, () =>
        {
            Plan = result.Value;
            Title = "Xóa kế hoạch dự thảo?";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Plan.Title, $"/ke-hoach/{id}"));
            return Page();
        });
    }

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
