using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.DieuChinh;

[Authorize(Policy = Permissions.PlansReturn)]
public sealed class TraLaiModel(AdjustmentPageService adjustments, AdjustmentSubmissionService submission) : AdjustmentStepPage(adjustments)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override string FormName => "";

    public bool MayReject => Actor.May(Permissions.PlansApprove);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, "Trả lại điều chỉnh", stop);
        return shown is PageResult && Adjustment.Status != AdjustmentStatus.Submitted && Request.Method == HttpMethods.Get ? Redirect($"/dieu-chinh/{id}") : shown;
    }

    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken stop) => await AnswerAsync(
        await submission.ReturnAsync(Actor, id, version, Reason, stop),
        () =>
        {
            Notify("Đã trả lại điều chỉnh. Người lập thấy lý do và sửa để trình lại.");
            return Redirect($"/dieu-chinh/{id}");
        },
        () => OnGetAsync(id, stop));

    public async Task<IActionResult> OnPostRejectAsync(int id, int version, CancellationToken stop) => await AnswerAsync(
        await submission.RejectAsync(Actor, id, version, Reason, stop),
        () =>
        {
            Notify("Đã không phê duyệt điều chỉnh. Kế hoạch giữ nguyên.");
            return Redirect($"/dieu-chinh/{id}");
        },
        () => OnGetAsync(id, stop));
}
