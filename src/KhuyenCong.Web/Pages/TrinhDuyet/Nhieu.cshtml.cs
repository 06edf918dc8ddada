using System.Globalization;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Documents;
using KhuyenCong.Web.Security.Factors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.TrinhDuyet;

/// <summary>Everything that waits for one's signature, signed with one confirmation and a result for each.</summary>
[Authorize(Policy = Permissions.PlansRead)]
[StepUp]
public sealed class NhieuModel(BulkApprovalService approvals) : PortalPage
{
    [BindProperty]
    public BulkApprovalRequest Input { get; set; } = new();

    [BindProperty]
    public IReadOnlyList<SignatureChoice> Choices { get; set; } = [];

    public BulkApprovalPage Waiting { get; private set; } = null!;

    public IReadOnlyList<BulkApprovalOutcome> Outcomes { get; private set; } = [];

    /// <summary>What was chosen and is still waiting: its number need not be typed again.</summary>
    public SignatureChoice? Sent(int submissionId) => Choices.FirstOrDefault(c => c.Chosen && c.SubmissionId == submissionId);

    public IEnumerable<SelectListItem> Bodies => Waiting.Bodies.Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Ký duyệt nhiều nội dung";
        var result = await approvals.ReadAsync(Actor, stop);
        return Answer(result, () =>
        {
            Waiting = result.Value;
            if (Request.Method == HttpMethods.Get) Input = new() { Signatory = Actor.Name, Capacity = SigningCapacity.Own };
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        List<Stream> open = [];
        var items = Choices.Where(c => c.Chosen).Select(c => new BulkApprovalItem(c.Subject, c.Id, c.SubmissionId, c.Version, c.Sha256, c.Number, Upload(c.File, open))).ToList();
        Result<IReadOnlyList<BulkApprovalOutcome>> result = ModelState.IsValid ? await approvals.ApproveAsync(Actor, Input with { Items = items }, stop) : Failure.Unreadable;
        foreach (var stream in open) await stream.DisposeAsync();
        if (!result.IsDone) return await AnswerAsync(result, Page, () => OnGetAsync(stop));

        // The results stand above what still waits; sent again, the same form finds that nothing of it waits.
        Outcomes = result.Value;
        ModelState.Clear();
        return await OnGetAsync(stop);
    }

    private static FileUpload? Upload(IFormFile? file, List<Stream> open)
    {
        if (file is null) return null;
        open.Add(file.OpenReadStream());
        return new FileUpload(file.FileName, file.Length, open[^1]);
    }
}
