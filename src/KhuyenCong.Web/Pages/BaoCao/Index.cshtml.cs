using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace KhuyenCong.Web.Pages.BaoCao;

/// <summary>The reports there are.</summary>
[Authorize(Policy = Permissions.ReportsRead)]
public class IndexModel : PortalPage
{
    public void OnGet() => Title = "Báo cáo";
}
