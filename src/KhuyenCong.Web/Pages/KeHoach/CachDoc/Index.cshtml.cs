using System.Globalization;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports.Aliases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach.CachDoc;

/// <summary>What the office remembers about texts of annexes.</summary>
[Authorize(Policy = Permissions.PlansEdit)]
public sealed class IndexModel(AnnexAliasListService aliases) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? KindName { get; set; }

    [BindProperty(Name = "trang", SupportsGet = true)]
    public string? PageText { get; set; }

    public AnnexAliasKind? Kind => Enum.TryParse<AnnexAliasKind>(KindName, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public bool IsFiltered => Q is not null || Kind is not null;

    public AnnexAliasList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Cách đọc đã lưu khi nhập từ Excel";
        ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb("Nhập từ Excel", "/ke-hoach/nhap-tu-excel"));
        var page = int.TryParse(PageText, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var result = await aliases.ListAsync(Actor, new AnnexAliasFilter(Q, Kind, page), stop);
        return Answer(result, () =>
        {
            List = result.Value;
            return Page();
        });
    }
}
