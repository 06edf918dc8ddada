using KhuyenCong.Domain.People;
using KhuyenCong.Services.Money;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.Tien;

/// <summary>What waits for the accountant; the ledger's buttons post here too.</summary>
[Authorize(Policy = Permissions.MoneyValidate)]
public class ChoDuyetModel(LedgerService ledger, MoneyService money) : PortalPage
{
    public RejectMoneyRequest Input { get; private set; } = new();

    public MoneyQueue Queue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Tiền chờ duyệt";
        var result = await ledger.WaitingAsync(Actor, stop);
        return Answer(result, () =>
        {
            Queue = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostGhiSoAsync(int entryId, int? deAn, CancellationToken stop)
    {
        var result = await money.ValidateAsync(Actor, entryId, stop);
        return await AnswerAsync(result, () => Back(deAn, "Đã ghi sổ."), () => OnGetAsync(stop));
    }

    public async Task<IActionResult> OnPostTuChoiAsync(RejectMoneyRequest input, int? deAn, CancellationToken stop)
    {
        Input = input;
        var result = await money.RejectAsync(Actor, input, stop);
        return await AnswerAsync(result, () => Back(deAn, "Đã từ chối đề nghị."), () => OnGetAsync(stop));
    }

    private RedirectToPageResult Back(int? project, string notice)
    {
        Notify(notice);
        return project is { } id ? RedirectToPage("/DeAn/ChiTiet", new { id, phan = "tien" }) : RedirectToPage();
    }
}
