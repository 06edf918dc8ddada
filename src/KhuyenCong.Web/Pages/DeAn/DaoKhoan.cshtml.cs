using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Projects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>Asks to undo one posted entry.</summary>
[Authorize(Policy = Permissions.MoneyPropose)]
public class DaoKhoanModel(ProjectPageService projects, LedgerService ledger, MoneyService money) : ProjectFormPage(projects)
{
    private const string Heading = "Lập bút toán đảo";

    [BindProperty]
    public ReverseMoneyRequest Input { get; set; } = new();

    /// <summary>The scanned voucher of the reversal.</summary>
    [BindProperty]
    public IFormFile? Evidence { get; set; }

    /// <summary>What is undone.</summary>
    public LedgerRow Entry { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(int id, int entryId, CancellationToken stop)
    {
        Input = new ReverseMoneyRequest { FormKey = Guid.NewGuid() };
        return LoadAsync(id, entryId, stop);
    }

    public async Task<IActionResult> OnPostAsync(int id, int entryId, CancellationToken stop)
    {
        await using var content = Evidence?.OpenReadStream();
        var upload = content is null ? null : new FileUpload(Evidence!.FileName, Evidence.Length, content);
        var result = await money.ReverseAsync(Actor, Input with { ProjectId = id, EntryId = entryId, Evidence = upload }, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã gửi đề nghị đảo đến kế toán.");
                return ToProject(id, "tien");
            },
            () => LoadAsync(id, entryId, stop));
    }

    private async Task<IActionResult> LoadAsync(int id, int entryId, CancellationToken stop)
    {
        var found = await ledger.ToReverseAsync(Actor, id, entryId, stop);
        if (!found.IsDone) return Answer(found, Page);
        Entry = found.Value;
        return await ShowAsync(id, Heading, stop);
    }
}
