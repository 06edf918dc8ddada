using KhuyenCong.Services.Projects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>A form about one project: its head is loaded for the page, its address is returned to when done.</summary>
public abstract class ProjectFormPage(ProjectPageService projects) : PortalPage
{
    public ProjectPage Project { get; private set; } = null!;

    public string Address => "/de-an/" + Project.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Loads the project and writes the heading; 404 out of scope.</summary>
    protected async Task<IActionResult> ShowAsync(int id, string title, CancellationToken stop)
    {
        var result = await projects.ReadAsync(Actor, id, null, stop);
        return result.IsDone ? Show(result.Value, title) : Answer(result, Page);
    }

    private PageResult Show(ProjectPage project, string title)
    {
        Project = project;
        Title = title;
        ShowCrumbs(new Crumb("Đề án", "/de-an"), new Crumb(project.Code, Address));
        return Page();
    }

    /// <summary>The tab of a project's page to go on with.</summary>
    protected RedirectToPageResult ToProject(int id, string? part = null) => RedirectToPage("/DeAn/ChiTiet", new { id, phan = part });
}
