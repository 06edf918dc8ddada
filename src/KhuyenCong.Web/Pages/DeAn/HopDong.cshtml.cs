using KhuyenCong.Domain.People;
using KhuyenCong.Services.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>Records a contract.</summary>
[Authorize(Policy = Permissions.ContractsRecord)]
public class HopDongModel(ProjectPageService projects, ContractService contracts) : ProjectFormPage(projects)
{
    [BindProperty]
    public RecordContractRequest Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var answer = await ShowAsync(id, "Ghi hợp đồng", stop);
        if (Project is not null) Input = new RecordContractRequest { Version = Project.Version };
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await contracts.RecordAsync(Actor, Input with { ProjectId = id }, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã ghi hợp đồng số {Input.Number?.Trim()}.");
                return ToProject(id);
            },
            () => ShowAsync(id, "Ghi hợp đồng", stop));
    }
}
