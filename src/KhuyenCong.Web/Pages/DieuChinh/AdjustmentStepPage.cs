using KhuyenCong.Services.Adjustments;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DieuChinh;

/// <summary>A page that shows an adjustment and takes a step with it.</summary>
public abstract class AdjustmentStepPage(AdjustmentPageService adjustments) : PortalPage
{
    public AdjustmentPage Adjustment { get; private set; } = null!;

    protected async Task<IActionResult> ShowAsync(int id, string? title, CancellationToken stop)
    {
        var result = await adjustments.ReadAsync(Actor, id, stop);
        return Answer(result, () =>
        {
            Adjustment = result.Value;
            var name = $"Điều chỉnh lần {Adjustment.Ordinal}";
            Title = title ?? name;
            Crumb[] above = [new("Kế hoạch", "/ke-hoach"), new(Adjustment.PlanTitle, $"/ke-hoach/{Adjustment.PlanId}")];
            ShowCrumbs(title is null ? above : [.. above, new(name, $"/dieu-chinh/{id}")]);
            return Page();
        });
    }
}
