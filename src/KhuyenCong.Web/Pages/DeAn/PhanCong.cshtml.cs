using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>One officer for the projects chosen in the list.</summary>
[Authorize(Policy = Permissions.OfficersAssign)]
public class PhanCongModel(AssignmentService assignments, TimeProvider clock) : PortalPage
{
    /// <summary>The projects chosen.</summary>
    [BindProperty(Name = "chon", SupportsGet = true)]
    public IReadOnlyList<int> Chosen { get; set; } = [];

    [BindProperty]
    public AssignOfficerRequest Input { get; set; } = new();

    public IReadOnlyList<ChosenProject> Projects { get; private set; } = [];

    public IReadOnlyList<OfficerChoice> Officers { get; private set; } = [];

    public IEnumerable<SelectListItem> OfficerItems => Officers.Select(o => new SelectListItem(
        string.Create(CultureInfo.InvariantCulture, $"{o.Name} (đang theo dõi {o.Projects} đề án)"), o.Id.ToString(CultureInfo.InvariantCulture)));

    public Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Input = new AssignOfficerRequest { From = ViDates.Day(clock.Today()) };
        return LoadAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = await assignments.AssignAsync(Actor, Input with { ProjectIds = Chosen }, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify(result.Value == 0 ? "Cán bộ này đang theo dõi các đề án đã chọn; không có gì thay đổi." : string.Create(CultureInfo.InvariantCulture, $"Đã phân công {result.Value} đề án."));
                return Chosen.Count == 1 ? RedirectToPage("/DeAn/ChiTiet", new { id = Chosen[0] }) : RedirectToPage("/DeAn/Index");
            },
            () => LoadAsync(stop));
    }

    private async Task<IActionResult> LoadAsync(CancellationToken stop)
    {
        Title = "Phân công cán bộ theo dõi";
        ShowCrumbs(new Crumb("Đề án", "/de-an"));
        var officers = await assignments.OfficersAsync(Actor, stop);
        var projects = await assignments.ChosenAsync(Actor, Chosen, stop);
        if (officers.IsDone && projects.IsDone) (Officers, Projects) = (officers.Value, projects.Value);
        return officers.IsDone ? Answer(projects, Page) : Answer(officers, Page);
    }
}
