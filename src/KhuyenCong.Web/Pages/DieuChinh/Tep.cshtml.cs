using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DieuChinh;

/// <summary>A paper of an adjustment, always as a download.</summary>
[Authorize(Policy = Permissions.PlansRead)]
public sealed class TepModel(AdjustmentPapersService papers) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(int id, int documentId, CancellationToken stop)
    {
        var result = await papers.OpenAsync(Actor, id, documentId, stop);
        return Answer(result, () => File(result.Value.Content, result.Value.ContentType, result.Value.FileName));
    }
}
