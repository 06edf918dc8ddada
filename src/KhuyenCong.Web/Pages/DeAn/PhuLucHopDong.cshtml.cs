using KhuyenCong.Domain.People;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>Records an appendix that changes a contract's value.</summary>
[Authorize(Policy = Permissions.ContractsRecord)]
public class PhuLucHopDongModel(ProjectPageService projects, ContractService contracts) : ProjectFormPage(projects)
{
    private const string Heading = "Ghi phụ lục hợp đồng";

    [BindProperty]
    public RecordAppendixRequest Input { get; set; } = new();

    public IReadOnlyList<ContractRow> Contracts { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices => Contracts.Select(c => new SelectListItem(
        $"{c.Number} – {c.Beneficiary} ({VndFormat.DongShort(c.Value)})", c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Contracts.Count == 1));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var answer = await LoadAsync(id, stop);
        if (Project is not null) Input = new RecordAppendixRequest { Version = Project.Version };
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await contracts.AppendAsync(Actor, Input with { ProjectId = id }, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã ghi phụ lục hợp đồng số {Input.Number?.Trim()}.");
                return ToProject(id);
            },
            () => LoadAsync(id, stop));
    }

    private async Task<IActionResult> LoadAsync(int id, CancellationToken stop)
    {
        var found = await contracts.ContractsAsync(Actor, id, stop);
        if (!found.IsDone) return Answer(found, Page);
        Contracts = found.Value;
        return await ShowAsync(id, Heading, stop);
    }
}
