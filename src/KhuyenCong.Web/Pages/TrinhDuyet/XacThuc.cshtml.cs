using KhuyenCong.Domain.People;
using KhuyenCong.Services.Approvals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TrinhDuyet;

/// <summary>Where the code printed on an annex leads: the submission that bears the hash.</summary>
[Authorize(Policy = Permissions.PlansRead)]
public sealed class XacThucModel(SubmissionService submissions) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(string hash, CancellationToken stop)
    {
        var result = await submissions.FindAsync(Actor, hash.ToLowerInvariant(), stop);
        return Answer(result, () => Redirect($"/trinh-duyet/{result.Value.View.Id}"));
    }
}
