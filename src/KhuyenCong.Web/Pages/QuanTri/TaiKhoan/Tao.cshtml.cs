using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class TaoModel(AccountRequestService requests) : PortalPage
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
        var result = await requests.AskAccountAsync(Actor, Input, stop);
        return Answer(result, () =>
        {
            Notify("Đã tạo tài khoản và gửi đề nghị giao vai trò. Người thứ hai xác nhận thì tài khoản mới dùng được.");
            return Redirect($"/quan-tri/yeu-cau/{result.Value.RequestId}");
        });
    }
}
