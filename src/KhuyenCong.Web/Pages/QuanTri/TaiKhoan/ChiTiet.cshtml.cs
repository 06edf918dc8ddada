using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class ChiTietModel(AccountDirectoryService directory, AccountService accounts, AccountRequestReadService requests) : AccountPage(directory)
{
    [BindProperty]
    public AccountChange Input { get; set; } = new();

    /// <summary>What is asked for this account and waits.</summary>
    public IReadOnlyList<AccountRequestRow> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var loaded = await LoadAsync(id, null, stop);
        if (loaded is not PageResult) return loaded;
        var waiting = await requests.OfAccountAsync(Actor, id, stop);
        return Answer(waiting, () =>
        {
            Waiting = waiting.Value;
            return loaded;
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await accounts.SetRolesAsync(Actor, id, Input.Roles ?? [], Input.Reason, stop);
        return await AnswerAsync(result, () => OnTo(id, result.Value, "Đã lưu vai trò."), () => OnGetAsync(id, stop));
    }
}
