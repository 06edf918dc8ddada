using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.QuyetDinh;

[Authorize(Policy = Permissions.DecisionsCorrect)]
public sealed class DinhChinhModel(DecisionCorrectionService corrections) : PortalPage
{
    [BindProperty]
    public CorrectionRequest Input { get; set; } = new();

    public CorrectionForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, stop);
        if (shown is PageResult) Input = Form.Filled;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await corrections.CorrectAsync(Actor, id, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã đính chính quyết định {Input.Number?.Trim()}.");
                return Redirect($"/quyet-dinh/{id}");
            },
            () => ShowAsync(id, stop));
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken stop)
    {
        var result = await corrections.ReadAsync(Actor, id, stop);
        return Answer(result, () =>
        {
            Form = result.Value;
            Title = $"Đính chính quyết định {Form.Values.Number}";
            ShowCrumbs(new Crumb("Quyết định", "/quyet-dinh"), new Crumb(Form.Values.Number, $"/quyet-dinh/{id}"));
            return Page();
        });
    }
}
