using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.BuocPheDuyet;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class SuaModel(ApprovalSettingsService settings) : StepPage
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        Head("Sửa bước phê duyệt");
        var form = await settings.FormAsync(Actor, id, stop);
        return Answer(form, () =>
        {
            Input = form.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        Head("Sửa bước phê duyệt");
        Result result = ModelState.IsValid ? await settings.EditAsync(Actor, id, Input, stop) : Failure.Unreadable;
        return AnswerForm(result, "Đã lưu bước phê duyệt.");
    }
}
