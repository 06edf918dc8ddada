using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class XacThucModel(AccountDirectoryService directory, AccountRequestService requests) : AccountPage(directory)
{
    [BindProperty]
    public AccountChange Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, "Cấp lại xác thực hai lớp", stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await requests.AskFactorsAsync(Actor, id, Input.Reason, stop);
        return await AnswerAsync(result, () => OnTo(id, result.Value, string.Empty), () => OnGetAsync(id, stop));
    }
}
