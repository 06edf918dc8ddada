using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.DieuChinh;

/// <summary>Two steps that work without script: what changes for which project, then the fields of that kind.</summary>
[Authorize(Policy = Permissions.AdjustmentsEdit)]
public sealed class ThemModel(AdjustmentFormService forms, AdjustmentDraftService drafts) : AdjustmentLinePage
{
    public override bool IsNew => true;

    /// <summary>The second step: the kind is known, and the project where it needs one.</summary>
    public bool HasChosen => Kind is { } kind && Enum.IsDefined(kind) && (kind == AdjustmentKind.AddProject || ProjectId is not null);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, stop);
        if (shown is PageResult && !Form.IsEditable) return Redirect($"/dieu-chinh/{id}");
        if (shown is PageResult && HasChosen) Input = new() { Version = Form.Version, ImplementingUnit = Kind == AdjustmentKind.AddProject ? Form.Centre : null };
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await drafts.AddLineAsync(Actor, id, Sent, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã thêm nội dung «{AdjustmentText.Of(Kind!.Value)}».");
                return Redirect($"/dieu-chinh/{id}");
            },
            () => ShowAsync(id, stop));
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken stop) => Show(
        await forms.ReadAsync(Actor, id, Kind == AdjustmentKind.AddProject ? null : ProjectId, stop),
        () => HasChosen ? AdjustmentText.Of(Kind!.Value) : "Thêm nội dung điều chỉnh");
}
