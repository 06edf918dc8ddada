using KhuyenCong.Domain.People;
using KhuyenCong.Services.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>Hands out a file of a project.</summary>
[Authorize(Policy = Permissions.ProjectsRead)]
public class TepModel(ProjectPapersService papers) : PortalPage
{
    public async Task<IActionResult> OnGetAsync(int id, int documentId, CancellationToken stop)
    {
        var result = await papers.OpenAsync(Actor, id, documentId, stop);
        return Answer(result, () => File(result.Value.Content, result.Value.ContentType, result.Value.FileName));
    }
}
