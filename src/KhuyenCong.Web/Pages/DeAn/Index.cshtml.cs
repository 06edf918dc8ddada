using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>The list of projects.</summary>
[Authorize(Policy = Permissions.ProjectsRead)]
public class IndexModel(ProjectListService projects) : PortalPage
{
    [FromQuery]
    public ProjectQuery Query { get; set; } = new();

    public ProjectList List { get; private set; } = null!;

    public bool MayAssign => List.PastDay is null && Actor.May(Permissions.OfficersAssign);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = Actor.SeesAllProjects ? "Đề án" : "Đề án tôi theo dõi";
        var result = await projects.ListAsync(Actor, Query.ToFilter(), stop);
        return UnlessUnreadable("ngay", Query.Day, Answer(result, () =>
        {
            List = result.Value;
            return Page();
        }));
    }

    public IEnumerable<SelectListItem> Plans => List.Choices.Plans.Select(p =>
        Item(p.Id, string.Create(CultureInfo.InvariantCulture, $"{p.Year} – {TrancheText.Of(p.Tranche)}"), Query.Plan));

    public IEnumerable<SelectListItem> Categories => List.Choices.Categories.Select(c => Item(c.Id, c.Name, Query.Category));

    public IEnumerable<SelectListItem> Officers => List.Choices.Officers.Select(o => Item(o.Id, o.Name, Query.Officer));

    public static IEnumerable<ProjectStatus> Statuses => Enum.GetValues<ProjectStatus>();

    public bool IsFiltered => Query.ToFilter() with { Sort = default, Descending = false, Page = 1 } != new ProjectFilter();

    private static SelectListItem Item(int id, string text, int? chosen) => new(text, id.ToString(CultureInfo.InvariantCulture), id == chosen);
}
