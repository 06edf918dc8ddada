using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class TaoMoiModel(DraftPlanService drafts, TimeProvider clock) : PortalPage
{
    [BindProperty]
    public NewPlanRequest Input { get; set; } = new();

    public static IEnumerable<SelectListItem> Tranches =>
        Tranche.All.Select(t => new SelectListItem(TrancheText.Of(t), t.Code.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Sources =>
        Enum.GetValues<FundingSource>().Select(s => new SelectListItem(StatusText.Of(s), s.ToString()));

    public void OnGet()
    {
        Input = new() { Year = clock.Today().Year, Source = FundingSource.Local };
        Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Show();
        var result = await drafts.CreateAsync(Actor, Input, stop);
        return Answer(result, () =>
        {
            Notify("Đã lập kế hoạch dự thảo. Thêm đề án đầu tiên.");
            return Redirect($"/ke-hoach/{result.Value}");
        });
    }

    private void Show()
    {
        Title = "Lập kế hoạch mới";
        ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"));
    }
}
