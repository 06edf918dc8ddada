using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnSuaModel(DraftProjectFormService forms, DraftProjectService drafts) : PortalPage
{
    [BindProperty]
    public DraftProjectRequest Input { get; set; } = new();

    public DraftProjectForm Form { get; private set; } = null!;

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

    private async Task<IActionResult> ShowAsync(int id, int projectId, CancellationToken stop)
    {
        Title = "Sửa đề án";
        var result = await forms.ReadAsync(Actor, id, projectId, stop);
        if (result.IsDone && !result.Value.IsEditable && Request.Method == HttpMethods.Get) return Redirect($"/ke-hoach/{id}");
        return Answer(result, () =>
        {
            Form = result.Value;
            Title = $"Sửa đề án {Form.Code}";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Form.PlanTitle, $"/ke-hoach/{id}"));
            return Page();
        });
    }
}
