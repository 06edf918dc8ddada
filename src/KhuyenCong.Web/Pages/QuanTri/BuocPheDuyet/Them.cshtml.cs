using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Settings;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.QuanTri.BuocPheDuyet;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class ThemModel(ApprovalSettingsService settings) : StepPage
{
    /// <summary>Plan or Adjustment.</summary>
    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? SubjectName { get; set; }

    public IActionResult OnGet() => Head(Page);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var head = Head(Page);
        if (head is not PageResult) return head;
        Result result = ModelState.IsValid ? await settings.AddAsync(Actor, Enum.Parse<ApprovalSubject>(SubjectName!), Input, stop) : Failure.Unreadable;
        return AnswerForm(result, "Đã thêm bước phê duyệt.");
    }

    private IActionResult Head(Func<IActionResult> shown)
    {
        if (!Enum.TryParse<ApprovalSubject>(SubjectName, out var subject) || !Enum.IsDefined(subject)) return NotFound();
        Head($"Thêm bước: {AdjustmentText.Of(subject)}");
        return shown();
    }
}
