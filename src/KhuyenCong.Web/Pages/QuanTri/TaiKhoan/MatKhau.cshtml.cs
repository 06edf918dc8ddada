using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class MatKhauModel(AccountDirectoryService directory, AccountRequestService requests) : AskingPage(directory, "Cấp lại mật khẩu")
{
    protected override Task<Result<AccountStep>> AskAsync(int id, CancellationToken stop) => requests.AskPasswordAsync(Actor, id, Input.Reason, stop);
}
