using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>A project: its head on every part, then facts, progress, money, papers or history.</summary>
[Authorize(Policy = Permissions.ProjectsRead)]
public class ChiTietModel(
    ProjectPageService projects, LedgerService ledger, ProjectPapersService papers, StartService starting, AssignmentService assigning) : PortalPage
{
    /// <summary>"tien-do", "tien", "ho-so", "lich-su"; anything else is the overview.</summary>
    [FromQuery(Name = "phan")]
    public string? Part { get; set; }

    /// <summary>The day that the overview tells of; the other parts hold their dates row by row.</summary>
    [FromQuery(Name = "ngay")]
    public string? Day { get; set; }

    public bool IsOverview => Part is not ("tien-do" or "tien" or "ho-so" or "lich-su");

    public ProjectPage Project { get; private set; } = null!;

    public IReadOnlyList<ProgressRow> Progress { get; private set; } = [];

    public IReadOnlyList<LedgerRow> Ledger { get; private set; } = [];

    public IReadOnlyList<ProjectPaper> Papers { get; private set; } = [];

    public ProjectStory Story { get; private set; } = new([], []);

    public bool Validates => Actor.May(Permissions.MoneyValidate);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await projects.ReadAsync(Actor, id, IsOverview ? ViShape.Date(Day) : null, stop);
        if (!result.IsDone) return Answer(result, Page);
        Project = result.Value;
        Title = Project.Name;
        ShowCrumbs(new Crumb("Đề án", "/de-an"));
        return UnlessUnreadable("", Day, Answer(await LoadPartAsync(id, stop), Page));
    }

    public async Task<IActionResult> OnPostBatDauAsync(int id, int? version, CancellationToken stop)
    {
        var result = await starting.StartAsync(Actor, new StartProjectRequest(id, version), stop);
        return await AnswerAsync(result, () => Back(id, "Đã bắt đầu thực hiện đề án."), () => OnGetAsync(id, stop));
    }

    public async Task<IActionResult> OnPostThoiTheoDoiAsync(int id, EndAssignmentRequest input, CancellationToken stop)
    {
        var result = await assigning.EndAsync(Actor, input with { ProjectId = id }, stop);
        return await AnswerAsync(result, () => Back(id, "Đã kết thúc phân công."), () => OnGetAsync(id, stop));
    }

    private RedirectToPageResult Back(int id, string notice)
    {
        Notify(notice);
        return RedirectToPage(new { id });
    }

    private async Task<Result> LoadPartAsync(int id, CancellationToken stop)
    {
        switch (Part)
        {
            case "tien": return Keep(await ledger.ReadAsync(Actor, id, stop), rows => Ledger = rows);
            case "ho-so": return Keep(await papers.ListAsync(Actor, id, stop), rows => Papers = rows);
            case "lich-su": return Keep(await projects.HistoryAsync(Actor, id, stop), story => Story = story);
            case null when Project.IsPast: return Result.Done;
            default: return Keep(await projects.ProgressAsync(Actor, id, stop), rows => Progress = rows);
        }
    }

    private static Result<T> Keep<T>(Result<T> result, Action<T> keep)
    {
        if (result.IsDone) keep(result.Value);
        return result;
    }
}
