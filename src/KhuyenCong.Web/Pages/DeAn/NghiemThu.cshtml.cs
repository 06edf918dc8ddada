using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>Records the acceptance of a project's work.</summary>
[Authorize(Policy = Permissions.AcceptancesRecord)]
public class NghiemThuModel(ProjectPageService projects, AcceptanceService acceptances) : ProjectFormPage(projects)
{
    [BindProperty]
    public RecordAcceptanceRequest Input { get; set; } = new();

    /// <summary>The signed minutes.</summary>
    [BindProperty]
    public IFormFile? Minutes { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var answer = await ShowAsync(id, "Ghi nghiệm thu", stop);
        if (Project is not null) Input = new RecordAcceptanceRequest { Version = Project.Version, AcceptedSupport = VndFormat.Dong(Project.Money.Support) };
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        await using var content = Minutes?.OpenReadStream();
        var upload = content is null ? null : new FileUpload(Minutes!.FileName, Minutes.Length, content);
        var result = await acceptances.RecordAsync(Actor, Input with { ProjectId = id, Minutes = upload }, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã ghi nghiệm thu đề án.");
                return ToProject(id);
            },
            () => ShowAsync(id, "Ghi nghiệm thu", stop));
    }
}
