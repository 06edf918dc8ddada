using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Pages.QuanTri.TaiKhoan;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri;

/// <summary>Which roles demand a second factor.</summary>
[Authorize(Policy = Permissions.AccountsManage)]
public sealed class XacThucHaiLopModel(RoleFactorService factors) : PortalPage
{
    [BindProperty]
    public AccountChange Input { get; set; } = new();

    public IReadOnlyList<RoleFactor> Roles { get; private set; } = [];

    /// <summary>As it stands, or as it was sent and not taken.</summary>
    public bool IsChosen(RoleFactor role) => Request.Method == HttpMethods.Post ? Input.Roles?.Contains(role.Role) == true : role.IsRequired;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Vai trò bắt buộc xác thực hai lớp";
        var result = await factors.ListAsync(Actor, stop);
        return Answer(result, () =>
        {
            Roles = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = await factors.SetAsync(Actor, Input.Roles?.ToList() ?? [], Input.Reason, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã lưu. Người thuộc vai trò mới bắt buộc được dẫn đến trang thiết lập trong vòng một phút.");
                return Redirect("/quan-tri/xac-thuc-hai-lop");
            },
            () => OnGetAsync(stop));
    }
}
