using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class TaoModel(AccountService accounts) : PortalPage
{
    [BindProperty]
    public NewAccount Input { get; set; } = new();

    public void OnGet()
    {
        Title = "Tạo tài khoản";
        ShowCrumbs(new Crumb("Tài khoản", "/quan-tri/tai-khoan"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        var result = await accounts.CreateAsync(Actor, Input, stop);
        return Answer(result, () =>
        {
            Notify("Đã tạo tài khoản.");
            return Redirect($"/quan-tri/tai-khoan/{result.Value}");
        });
    }
}
