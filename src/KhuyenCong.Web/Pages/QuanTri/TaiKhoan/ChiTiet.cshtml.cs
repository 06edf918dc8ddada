using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class ChiTietModel(AccountDirectoryService directory, AccountService accounts) : AccountPage(directory)
{
    [BindProperty]
    public AccountChange Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, null, stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await accounts.SetRolesAsync(Actor, id, Input.Roles ?? [], Input.Reason, stop);
        return await AnswerAsync(result, () => Back(id, "Đã lưu vai trò."), () => OnGetAsync(id, stop));
    }
}
