using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class IndexModel(AccountDirectoryService directory) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(Name = "vai-tro", SupportsGet = true)]
    public string? RoleName { get; set; }

    [BindProperty(Name = "trang", SupportsGet = true)]
    public string? PageText { get; set; }

    public Role? ChosenRole => Enum.TryParse<Role>(RoleName, out var role) && Enum.IsDefined(role) ? role : null;

    public AccountList Accounts { get; private set; } = new([], 0, 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Tài khoản";
        var page = int.TryParse(PageText, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 1;
        var result = await directory.ListAsync(Actor, new AccountFilter(Q, ChosenRole, page), stop);
        return Answer(result, () =>
        {
            Accounts = result.Value;
            return Page();
        });
    }
}
