using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Money;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.DuToan;

/// <summary>The check list of a budget year, and its closing.</summary>
[Authorize(Policy = Permissions.YearsClose)]
public sealed class KhoaSoModel(YearClosingService closings) : PortalPage
{
    [BindProperty]
    public CloseYearRequest Input { get; set; } = new();

    public YearClosingPage Shown { get; private set; } = null!;

    public YearAccount Account => Shown.Account;

    /// <summary>The checks, each with what stands against it and where to settle that.</summary>
    public IEnumerable<(string Done, IReadOnlyList<(Refusal Refusal, string? Href)> Open)> Checks =>
    [
        ($"Năm {Account.Year} đã kết thúc và các năm trước đã khóa sổ", Of<YearClosingRefusals.YearNotOver>(_ => null, Of<YearClosingRefusals.EarlierYearOpen>(r => $"/du-toan/khoa-so/{r.Year}"))),
        ("Mọi kế hoạch đã được phê duyệt", Of<YearClosingRefusals.PlanNotDecided>(r => $"/ke-hoach/{r.PlanId}")),
        ("Không còn điều chỉnh đang làm", Of<YearClosingRefusals.AdjustmentOpen>(r => $"/ke-hoach/{r.PlanId}")),
        ("Không còn khoản tiền chờ kế toán", Of<YearClosingRefusals.MoneyWaiting>(r => $"/de-an/{r.ProjectId}?phan=tien")),
        ("Phần kinh phí của năm ở mọi đề án đã giải ngân, chuyển sang năm sau hoặc giảm", Of<YearClosingRefusals.ShareRemains>(r => $"/de-an/{r.ProjectId}?phan=tien")),
    ];

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop)
    {
        var shown = await ShowAsync(year, stop);
        if (shown is PageResult)
        {
            Input = new() { Carried = [.. Account.Budgets.Select(b => new CarryOverRequest { Source = b.Source, Shown = b.Unallocated.Dong })] };
        }

        return shown;
    }

    public async Task<IActionResult> OnPostAsync(int year, CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await closings.CloseAsync(Actor, year, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã khóa sổ năm ngân sách {year}.");
                return Redirect("/du-toan");
            },
            () => ShowAsync(year, stop));
    }

    private IReadOnlyList<(Refusal, string?)> Of<T>(Func<T, string?> href, params IReadOnlyList<(Refusal, string?)> others)
        where T : Refusal => [.. Shown.WhyNotClose.OfType<T>().Select(r => ((Refusal)r, href(r))), .. others];

    private async Task<IActionResult> ShowAsync(int year, CancellationToken stop)
    {
        Title = $"Khóa sổ năm ngân sách {year}";
        ShowCrumbs(new Crumb("Dự toán", "/du-toan"));
        var result = await closings.ReadAsync(Actor, year, stop);
        return Answer(result, () =>
        {
            Shown = result.Value;
            return Page();
        });
    }
}
