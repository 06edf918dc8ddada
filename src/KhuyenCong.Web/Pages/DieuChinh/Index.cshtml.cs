using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DieuChinh;

[Authorize(Policy = Permissions.PlansRead)]
public sealed class IndexModel(AdjustmentListService adjustments) : PortalPage
{
    [BindProperty(Name = "ke-hoach", SupportsGet = true)]
    public int? PlanId { get; set; }

    [BindProperty(Name = "tinh-trang", SupportsGet = true)]
    public AdjustmentStatus? Status { get; set; }

    [BindProperty(Name = "trang", SupportsGet = true)]
    public int? PageNumber { get; set; }

    public AdjustmentList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Điều chỉnh kế hoạch";
        ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"));
        var result = await adjustments.ReadAsync(Actor, new AdjustmentFilter(PlanId, Status, PageNumber), stop);
        return Answer(result, () =>
        {
            List = result.Value;
            return Page();
        });
    }
}
