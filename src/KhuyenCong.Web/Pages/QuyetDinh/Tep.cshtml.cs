using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuyetDinh;

/// <summary>The signed decision, always as a download.</summary>
[Authorize(Policy = Permissions.DecisionsRead)]
public sealed class TepModel(DecisionRegisterService register) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await register.OpenAsync(Actor, id, stop);
        return Answer(result, () => File(result.Value.Content, result.Value.ContentType, result.Value.FileName));
    }
}
