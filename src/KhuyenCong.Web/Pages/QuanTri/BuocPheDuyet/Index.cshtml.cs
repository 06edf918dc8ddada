using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.BuocPheDuyet;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class IndexModel(ApprovalSettingsService settings) : PortalPage
{
    public ApprovalSettings Settings { get; private set; } = null!;

    [BindProperty]
    public AuthorityRequest Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Bước phê duyệt";
        var result = await settings.ReadAsync(Actor, stop);
        return Answer(result, () =>
        {
            Settings = result.Value;
            return Page();
        });
    }

    /// <param name="up">The step that goes one place up.</param>
    /// <param name="down">The step that goes one place down.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IActionResult> OnPostMoveAsync([FromForm(Name = "len")] int? up, [FromForm(Name = "xuong")] int? down, CancellationToken stop)
    {
        if ((up ?? down) is not { } step) return BadRequest();
        return await AnswerAsync(await settings.MoveAsync(Actor, step, up is not null, stop), () => Redirect("/quan-tri/buoc-phe-duyet"), () => OnGetAsync(stop));
    }

    /// <summary>Who decides each kind of adjustment.</summary>
    public async Task<IActionResult> OnPostThamQuyenAsync(CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await settings.DecideAsync(Actor, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã lưu thẩm quyền quyết định.");
                return Redirect("/quan-tri/buoc-phe-duyet");
            },
            () => OnGetAsync(stop));
    }
}
