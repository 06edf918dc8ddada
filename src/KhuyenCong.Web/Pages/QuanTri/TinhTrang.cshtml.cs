using KhuyenCong.Domain.People;
using KhuyenCong.Web.Operations.Status;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri;

/// <summary>How the portal itself fares; nothing of its content.</summary>
[Authorize(Policy = Permissions.SettingsManage)]
public sealed class TinhTrangModel(SystemOverview overview) : PortalPage
{
    public SystemStatus Status { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Tình trạng hệ thống";
        var result = await overview.ReadAsync(Actor, stop);
        return Answer(result, () =>
        {
            Status = result.Value;
            return Page();
        });
    }
}
