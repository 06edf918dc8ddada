using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.DieuChinh;

/// <summary>Adds papers to an adjustment and takes them away.</summary>
[Authorize(Policy = Permissions.AdjustmentsEdit)]
public sealed class TaiLieuModel(AdjustmentPageService adjustments, AdjustmentPapersService papers) : AdjustmentStepPage(adjustments)
{
    [BindProperty]
    public new IFormFile? File { get; set; }

    protected override string FormName => "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var shown = await ShowAsync(id, "Tài liệu kèm theo", stop);
        return shown is PageResult && !Adjustment.IsEditable && Request.Method == HttpMethods.Get ? Redirect($"/dieu-chinh/{id}") : shown;
    }

    public async Task<IActionResult> OnPostAttachAsync(int id, int version, CancellationToken stop)
    {
        await using var content = File?.OpenReadStream();
        var upload = content is null ? null : new FileUpload(File!.FileName, File.Length, content);
        return await AnswerAsync(
            await papers.AttachAsync(Actor, id, version, upload, stop),
            () =>
            {
                Notify($"Đã thêm tài liệu «{upload!.Name}».");
                return Redirect($"/dieu-chinh/{id}/tai-lieu");
            },
            () => OnGetAsync(id, stop));
    }

    public async Task<IActionResult> OnPostDetachAsync(int id, int version, int document, CancellationToken stop) => await AnswerAsync(
        await papers.DetachAsync(Actor, id, version, document, stop),
        () =>
        {
            Notify("Đã bỏ tài liệu khỏi điều chỉnh.");
            return Redirect($"/dieu-chinh/{id}/tai-lieu");
        },
        () => OnGetAsync(id, stop));
}
