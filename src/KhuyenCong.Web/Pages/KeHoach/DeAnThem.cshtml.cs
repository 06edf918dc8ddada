using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnThemModel(DraftProjectFormService forms, DraftProjectService drafts) : DraftProjectPage(forms)
{
    [BindProperty]
    public DraftProjectRequest Input { get; set; } = new();

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

    private Task<IActionResult> ShowAsync(int id, CancellationToken stop) => ShowAsync(id, null, _ => "Thêm đề án", stop);
}
