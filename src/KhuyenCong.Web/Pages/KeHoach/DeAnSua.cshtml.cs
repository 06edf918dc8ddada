using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnSuaModel(DraftProjectFormService forms, DraftProjectService drafts) : DraftProjectPage(forms)
{
    [BindProperty]
    public DraftProjectRequest Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id, int projectId, CancellationToken stop)
    {
        var shown = await ShowAsync(id, projectId, stop);
        if (shown is PageResult) Input = Form.Values;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(int id, int projectId, CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await drafts.EditAsync(Actor, id, projectId, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã lưu đề án «{Input.Name?.Trim()}».");
                return Redirect($"/ke-hoach/{id}#de-an-{projectId}");
            },
            () => ShowAsync(id, projectId, stop));
    }

    private Task<IActionResult> ShowAsync(int id, int projectId, CancellationToken stop) => ShowAsync(id, projectId, code => $"Sửa đề án {code}", stop);
}
