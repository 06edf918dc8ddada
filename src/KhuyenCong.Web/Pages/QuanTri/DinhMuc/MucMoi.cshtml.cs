using KhuyenCong.Domain.People;
using KhuyenCong.Services.Norms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.DinhMuc;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class MucMoiModel(NormService norms) : NormPage(norms)
{
    [BindProperty]
    public NewNormRequest Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, "Thêm mức mới", stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop) => await AnswerAsync(
        await Norms.AddAsync(Actor, id, Input, stop), () => Back("Đã thêm mức mới; mức trước kết thúc vào ngày liền trước."), () => OnGetAsync(id, stop));
}
