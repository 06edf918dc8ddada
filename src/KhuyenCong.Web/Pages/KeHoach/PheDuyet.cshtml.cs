using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.Web.Security.Factors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansApprove)]
[StepUp]
public sealed class PheDuyetModel(PlanApprovalFormService forms, PlanWarningsService warnings, PlanApprovalService approval) : PortalPage, IDecisionForm, IRefusingForm
{
    [BindProperty]
    public ApprovalRequest Input { get; set; } = new();

    /// <summary>The signed decision.</summary>
    [BindProperty]
    public new IFormFile? File { get; set; }

    public PlanApprovalForm Form { get; private set; } = null!;

    public bool IsRefused => Form.Plan.WhyNotApprove.Count > 0;

    public PlanWarnings Warnings { get; private set; } = PlanWarnings.None;

    public PlanPage Plan => Form.Plan;

    public bool IsIllustrative => Plan.IsIllustrative;

    public PlanFigures After => Plan.Figures;

    public string NumberExample => "38/QĐ-SCT";

    public IReadOnlyList<BudgetChange> Budgets => Plan.Budgets;

    public IEnumerable<SelectListItem> Bodies => Form.Bodies.Select(b => new SelectListItem(b.Text, b.Value));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, stop);
        if (shown is not PageResult) return shown;
        Input = new()
        {
            Version = Plan.Version, Sha256 = Plan.Submission?.Sha256, Signatory = Actor.Name, StatedBasis = StatedBasis.Total, Capacity = SigningCapacity.Own,
            IssuingBodyId = int.TryParse(Form.DefaultBody, out var body) ? body : null,
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
                Notify($"Đã phê duyệt kế hoạch theo quyết định {Input.Number?.Trim()}. Các đề án đã có hiệu lực.");
                return Redirect($"/ke-hoach/{id}");
            },
            () => ShowAsync(id, stop));
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken stop)
    {
        Title = "Phê duyệt kế hoạch";
        var result = await forms.ReadAsync(Actor, id, stop);
        if (result.IsDone && result.Value.Plan.Status != PlanStatus.Appraised && Request.Method == HttpMethods.Get) return Redirect($"/ke-hoach/{id}");
        if (result.IsDone && await warnings.OfPlanAsync(Actor, id, stop) is { IsDone: true } seen) Warnings = seen.Value;
        return Answer(result, () =>
        {
            Form = result.Value;
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Plan.Title, $"/ke-hoach/{id}"));
            return Page();
        });
    }
}
