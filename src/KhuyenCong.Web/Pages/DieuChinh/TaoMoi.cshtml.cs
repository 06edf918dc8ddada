using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DieuChinh;

[Authorize(Policy = Permissions.AdjustmentsEdit)]
public sealed class TaoMoiModel(PlanPageService plans, AdjustmentDraftService drafts) : PortalPage
{
    [BindProperty]
    public AdjustmentRequest Input { get; set; } = new();

    public PlanPage Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await plans.ReadAsync(Actor, id, null, stop);
        return Answer(result, () =>
        {
            Plan = result.Value;
            Title = "Lập điều chỉnh";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Plan.Title, $"/ke-hoach/{id}"));
            return Plan.Status != PlanStatus.Approved && Request.Method == HttpMethods.Get ? Redirect($"/ke-hoach/{id}") : Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        Result<int> result = ModelState.IsValid ? await drafts.StartAsync(Actor, id, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã lập dự thảo điều chỉnh. Thêm từng nội dung thay đổi.");
                return Redirect($"/dieu-chinh/{result.Value}");
            },
            () => OnGetAsync(id, stop));
    }
}
