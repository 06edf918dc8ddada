using KhuyenCong.Domain.People;
using KhuyenCong.Services.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.UyQuyen;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class IndexModel(DelegationService delegations) : PortalPage
{
    public DelegationList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Ủy quyền";
        var result = await delegations.ListAsync(Actor, stop);
        return Answer(result, () =>
        {
            List = result.Value;
            return Page();
        });
    }
}
