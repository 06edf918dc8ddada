using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Authorization;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

[Authorize(Policy = Permissions.AccountsManage)]
public sealed class XacThucModel(AccountDirectoryService directory, AccountRequestService requests) : AskingPage(directory, "Cấp lại xác thực hai lớp")
{
    protected override Task<Result<AccountStep>> AskAsync(int id, CancellationToken stop) => requests.AskFactorsAsync(Actor, id, Input.Reason, stop);
}
