using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>A page below a plan's own that shows the plan and takes one step with it.</summary>
public abstract class PlanStepPage(PlanPageService plans) : PortalPage
{
    public PlanPage Plan { get; private set; } = null!;

    protected async Task<IActionResult> ShowAsync(int planId, string title, CancellationToken stop)
    {
        var result = await plans.ReadAsync(Actor, planId, null, stop);
        return Answer(result, () =>
        {
            Plan = result.Value;
            Title = title;
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Plan.Title, $"/ke-hoach/{planId}"));
            return Page();
        });
    }
}
