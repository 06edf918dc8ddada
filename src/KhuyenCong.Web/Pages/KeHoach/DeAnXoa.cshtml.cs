using KhuyenCong.Domain.People;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnXoaModel(DraftProjectFormService forms, DraftProjectService drafts) : PortalPage
{
    public DraftProjectForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int projectId, CancellationToken stop)
    {
        var result = await forms.ReadAsync(Actor, id, projectId, stop);
        if (result.IsDone && !result.Value.IsEditable && Request.Method == HttpMethods.Get) return Redirect($"/ke-hoach/{id}");
        return Answer(result, () =>
        {
            Form = result.Value;
            Title = $"Bỏ đề án {Form.Code} khỏi kế hoạch?";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Form.PlanTitle, $"/ke-hoach/{id}"));
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, int projectId, int version, CancellationToken stop)
    {
        var result = await drafts.RemoveAsync(Actor, id, projectId, version, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã bỏ đề án khỏi kế hoạch.");
                return Redirect($"/ke-hoach/{id}");
            },
            () => OnGetAsync(id, projectId, stop));
    }
}
