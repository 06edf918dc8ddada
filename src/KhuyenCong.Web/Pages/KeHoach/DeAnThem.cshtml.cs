using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnThemModel(DraftProjectFormService forms, DraftProjectService drafts) : PortalPage
{
    [BindProperty]
    public DraftProjectRequest Input { get; set; } = new();

    public DraftProjectForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, stop);
        if (shown is PageResult) Input = Form.Values;
        return shown;
    }

    /// <param name="id">The plan.</param>
    /// <param name="next">Whether another one is added afterwards.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "tiep")] bool next, CancellationToken stop)
    {
        Result<int> result = ModelState.IsValid ? await drafts.AddAsync(Actor, id, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã thêm đề án «{Input.Name?.Trim()}».");
                return Redirect(next ? $"/ke-hoach/{id}/de-an/them" : $"/ke-hoach/{id}#de-an-{result.Value}");
            },
            () => ShowAsync(id, stop));
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken stop)
    {
        Title = "Thêm đề án";
        var result = await forms.ReadAsync(Actor, id, null, stop);
        if (result.IsDone && !result.Value.IsEditable && Request.Method == HttpMethods.Get) return Redirect($"/ke-hoach/{id}");
        return Answer(result, () =>
        {
            Form = result.Value;
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Form.PlanTitle, $"/ke-hoach/{id}"));
            return Page();
        });
    }
}
