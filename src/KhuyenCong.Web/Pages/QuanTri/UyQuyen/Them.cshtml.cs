using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Settings;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.QuanTri.UyQuyen;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class ThemModel(DelegationService delegations, DelegationLimits limits) : PortalPage
{
    public DelegationLimits Limits => limits;

    [BindProperty]
    public DelegationRequest Input { get; set; } = new();

    public DelegationList List { get; private set; } = null!;

    public IEnumerable<SelectListItem> Lenders => List.Lenders.Select(p => new SelectListItem(p.Name, $"{p.Id}"));

    public IEnumerable<SelectListItem> People => List.People.Select(p => new SelectListItem(p.Name, $"{p.Id}"));

    public static IEnumerable<SelectListItem> Lendable => PermissionText.OfSteps.Select(p => new SelectListItem(PermissionText.Of(p), p));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Ghi ủy quyền";
        ShowCrumbs(new Crumb("Ủy quyền", "/quan-tri/uy-quyen"));
        var result = await delegations.ListAsync(Actor, stop);
        return Answer(result, () =>
        {
            List = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await delegations.RecordAsync(Actor, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã ghi ủy quyền.");
                return Redirect("/quan-tri/uy-quyen");
            },
            () => OnGetAsync(stop));
    }
}
