using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.YeuCau;

/// <summary>What administrators ask for and a second person confirms.</summary>
[Authorize(Policy = Permissions.AccountsConfirm)]
public sealed class IndexModel(AccountRequestReadService requests) : PortalPage
{
    [BindProperty(Name = "trang", SupportsGet = true)]
    public string? PageText { get; set; }

    public AccountRequestList Requests { get; private set; } = new([], 0, 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Đề nghị về tài khoản";
        var page = int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var result = await requests.ListAsync(Actor, page, stop);
        return Answer(result, () =>
        {
            Requests = result.Value;
            return Page();
        });
    }
}
