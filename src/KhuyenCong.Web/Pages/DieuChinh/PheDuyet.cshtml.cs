using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Plans;
using KhuyenCong.Web.Security.Factors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DieuChinh;

[Authorize(Policy = Permissions.PlansApprove)]
[StepUp]
public sealed class PheDuyetModel(AdjustmentPageService adjustments, AdjustmentApprovalService approval, IssuingBodyService bodies) : AdjustmentStepPage(adjustments), IDecisionForm, IRefusingForm
{
    [BindProperty]
    public ApprovalRequest Input { get; set; } = new();

    /// <summary>The signed decision.</summary>
    [BindProperty]
    public new IFormFile? File { get; set; }

    public IEnumerable<SelectListItem> Bodies { get; private set; } = [];

    public bool IsRefused => Adjustment.WhyNotApprove.Count > 0;

    public bool IsIllustrative => Adjustment.IsIllustrative;

    public PlanFigures After => Adjustment.After;

    public string NumberExample => "112/QĐ-SCT";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await LoadAsync(id, stop);
        if (shown is not PageResult) return shown;
        if (Adjustment.Status != AdjustmentStatus.Submitted) return Redirect($"/dieu-chinh/{id}");
        Input = new()
        {
            Version = Adjustment.Version, Sha256 = Adjustment.Submission?.Sha256, Signatory = Actor.Name, StatedBasis = StatedBasis.Total, Capacity = SigningCapacity.Own,
            IssuingBodyId = Bodies.FirstOrDefault(b => b.Selected) is { } body ? int.Parse(body.Value, CultureInfo.InvariantCulture) : null,
        };
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        await using var content = File?.OpenReadStream();
        var request = Input with { File = content is null ? null : new FileUpload(File!.FileName, File.Length, content) };
        Result result = ModelState.IsValid ? await approval.ApproveAsync(Actor, id, request, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã phê duyệt điều chỉnh theo quyết định {Input.Number?.Trim()}. Các thay đổi có hiệu lực.");
                return Redirect($"/dieu-chinh/{id}");
            },
            () => LoadAsync(id, stop));
    }

    private async Task<IActionResult> LoadAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, "Phê duyệt điều chỉnh", stop);
        if (shown is PageResult) Bodies = [.. (await bodies.ReadAsync(Actor, Adjustment.PlanId, stop)).Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture), b.DecidedPlan))];
        return shown;
    }
}
