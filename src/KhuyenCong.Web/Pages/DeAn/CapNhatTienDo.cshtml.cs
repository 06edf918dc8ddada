using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Progress;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>The officer's report of progress.</summary>
[Authorize(Policy = Permissions.ProgressUpdate)]
public class CapNhatTienDoModel(ProjectPageService projects, ProgressService progress, TimeProvider clock) : ProjectFormPage(projects)
{
    [BindProperty]
    public ReportProgressRequest Input { get; set; } = new();

    public DateOnly Today => clock.Today();

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        Input = new ReportProgressRequest { Date = ViDates.Day(Today) };
        return ShowAsync(id, "Cập nhật tiến độ", stop);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await progress.ReportAsync(Actor, Input with { ProjectId = id }, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã ghi báo cáo tiến độ.");
                return ToProject(id, "tien-do");
            },
            () => ShowAsync(id, "Cập nhật tiến độ", stop));
    }
}
