using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class MatKhauModel(AccountDirectoryService directory, AccountService accounts) : AccountPage(directory)
{
    [BindProperty]
    public AccountChange Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, "Đặt lại mật khẩu", stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await accounts.ResetPasswordAsync(Actor, id, Input.Password, Input.Reason, stop);
        return await AnswerAsync(result, () => Back(id, "Đã đặt lại mật khẩu."), () => OnGetAsync(id, stop));
    }
}
