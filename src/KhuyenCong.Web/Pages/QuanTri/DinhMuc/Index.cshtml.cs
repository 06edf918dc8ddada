using KhuyenCong.Domain.People;
using KhuyenCong.Services.Norms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.DinhMuc;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class IndexModel(NormService norms) : PortalPage
{
    public IReadOnlyList<NormRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Định mức chi";
        var result = await norms.ListAsync(Actor, stop);
        return Answer(result, () =>
        {
            Rows = result.Value;
            return Page();
        });
    }
}
