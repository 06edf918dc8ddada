using KhuyenCong.Domain.People;
using KhuyenCong.Services.Approvals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TrinhDuyet;

/// <summary>What was submitted, verified on demand, and the signature of a step before the decision.</summary>
[Authorize(Policy = Permissions.PlansRead)]
public sealed class ChiTietModel(SubmissionService submissions) : PortalPage
{
    [BindProperty]
    public string? Note { get; set; }

    public SubmissionPage Submission { get; private set; } = null!;

    protected override string FormName => "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await submissions.ReadAsync(Actor, id, stop);
        return Answer(result, () =>
        {
            Submission = result.Value;
            Title = "Bản đã trình";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Submission.Title, Submission.Href));
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, string? sha256, CancellationToken stop) => await AnswerAsync(
        await submissions.EndorseAsync(Actor, id, sha256, Note, stop),
        () =>
        {
            Notify("Đã ký. Bước tiếp theo thấy việc này trong danh sách chờ.");
            return Redirect($"/trinh-duyet/{id}");
        },
        () => OnGetAsync(id, stop));
}
