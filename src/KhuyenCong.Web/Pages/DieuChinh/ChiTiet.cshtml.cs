using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DieuChinh;

[Authorize(Policy = Permissions.PlansRead)]
public sealed class ChiTietModel(AdjustmentPageService adjustments, AdjustmentDraftService drafts, AdjustmentSubmissionService submission) : AdjustmentStepPage(adjustments)
{
    public bool MayEdit => Adjustment.IsEditable && Actor.May(Permissions.AdjustmentsEdit);

    public bool MaySubmit => Adjustment.IsEditable && Actor.May(Permissions.AdjustmentsSubmit);

    public bool MayApprove => Adjustment.Status == AdjustmentStatus.Submitted && Actor.May(Permissions.PlansApprove);

    public bool MayReturn => Adjustment.Status == AdjustmentStatus.Submitted && (Actor.May(Permissions.PlansReturn) || Actor.May(Permissions.PlansApprove));

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => ShowAsync(id, null, stop);

    public async Task<IActionResult> OnPostSubmitAsync(int id, int version, CancellationToken stop) => await AnswerAsync(
        await submission.SubmitAsync(Actor, id, version, stop),
        () =>
        {
            Notify("Đã trình điều chỉnh. Nội dung trình được giữ nguyên văn kèm mã băm.");
            return Redirect($"/dieu-chinh/{id}");
        },
        () => OnGetAsync(id, stop));

    public async Task<IActionResult> OnPostRemoveAsync(int id, int version, int line, CancellationToken stop) => await AnswerAsync(
        await drafts.RemoveLineAsync(Actor, id, line, version, stop),
        () =>
        {
            Notify("Đã bỏ nội dung khỏi điều chỉnh.");
            return Redirect($"/dieu-chinh/{id}");
        },
        () => OnGetAsync(id, stop));

    public async Task<IActionResult> OnPostDiscardAsync(int id, int version, CancellationToken stop)
    {
        var result = await drafts.DiscardAsync(Actor, id, version, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã xóa dự thảo điều chỉnh.");
                return Redirect($"/ke-hoach/{result.Value}?phan=quyet-dinh");
            },
            () => OnGetAsync(id, stop));
    }
}
