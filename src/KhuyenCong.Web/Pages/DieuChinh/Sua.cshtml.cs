using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.DieuChinh;

/// <summary>Changes what one line says.</summary>
[Authorize(Policy = Permissions.AdjustmentsEdit)]
public sealed class SuaModel(AdjustmentFormService forms, AdjustmentDraftService drafts) : AdjustmentLinePage
{
    public override bool IsNew => false;

    public async Task<IActionResult> OnGetAsync(int id, int line, CancellationToken stop)
    {
        var shown = await ShowAsync(id, line, stop);
        if (shown is PageResult && !Form.IsEditable) return Redirect($"/dieu-chinh/{id}");
        if (shown is PageResult) Input = Form.Line!;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(int id, int line, CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await drafts.ChangeLineAsync(Actor, id, line, Sent, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã lưu nội dung «{AdjustmentText.Of(Kind!.Value)}».");
                return Redirect($"/dieu-chinh/{id}");
            },
            () => ShowAsync(id, line, stop));
    }

    private async Task<IActionResult> ShowAsync(int id, int line, CancellationToken stop)
    {
        var form = await forms.OfLineAsync(Actor, id, line, stop);
        if (form.IsDone) (Kind, ProjectId) = (form.Value.Line!.Kind, form.Value.Line.ProjectId);
        return Show(form, () => $"Sửa nội dung: {AdjustmentText.Of(Kind!.Value)}");
    }
}
