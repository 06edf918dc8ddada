using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class KhoaModel(AccountDirectoryService directory, AccountService accounts, AccountRequestService requests) : AccountPage(directory)
{
    [BindProperty]
    public AccountChange Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, account => account.IsLocked ? "Mở khóa tài khoản" : "Khóa tài khoản", stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await accounts.LockAsync(Actor, id, Input.Reason, stop);
        return await AnswerAsync(result, () => Back(id, "Đã khóa tài khoản."), () => OnGetAsync(id, stop));
    }

    public async Task<IActionResult> OnPostMoKhoaAsync(int id, CancellationToken stop)
    {
        var result = await requests.AskUnlockAsync(Actor, id, Input.Reason, stop);
        return await AnswerAsync(result, () => OnTo(id, result.Value, string.Empty), () => OnGetAsync(id, stop));
    }
}
