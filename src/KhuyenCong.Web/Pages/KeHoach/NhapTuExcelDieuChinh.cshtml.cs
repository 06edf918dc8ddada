using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Plans;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>What an adjustment's annex changes of the plan in force, and the draft adjustment that is made of it.</summary>
[Costly]
[Authorize(Policy = Permissions.AdjustmentsEdit)]
public sealed class NhapTuExcelDieuChinhModel(AnnexAdjustmentService annexes) : PortalPage
{
    private const int MostShown = 300;

    public AnnexAdjustmentOffer Offer { get; private set; } = null!;

    [BindProperty]
    public AdjustmentRequest Input { get; set; } = new();

    /// <summary>Lines that need a look, then those that change something.</summary>
    public IReadOnlyList<AnnexAdjustmentLine> Shown => [.. Told.Take(MostShown)];

    public int LeftOut => Told.Count() - Shown.Count;

    public int Unchanged => Offer.Lines.Count(l => l.State == AnnexAdjustmentState.Stays);

    private IEnumerable<AnnexAdjustmentLine> Told => Offer.Lines.Where(l => l.State != AnnexAdjustmentState.Stays).OrderByDescending(l => l.Blocks).ThenByDescending(l => l.Differs).ThenBy(l => l.RowNumber);

    public string PreviewPath(int id) => PreviewAddress.Of($"{Request.PathBase}/ke-hoach/nhap-tu-excel/{id.ToString(CultureInfo.InvariantCulture)}", Offer.Meant);

    public Task<IActionResult> OnGetAsync(int id, int? nam, int? dot, CancellationToken stop)
    {
        // An address that cannot be read is as one that says nothing.
        ModelState.Clear();
        return ShowAsync(id, nam, dot, stop);
    }

    public async Task<IActionResult> OnPostAsync(int id, int? nam, int? dot, CancellationToken stop)
    {
        Result<int> result = ModelState.IsValid ? await annexes.StartAsync(Actor, id, Meant(nam, dot), Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã lập dự thảo điều chỉnh từ phụ lục. Kiểm tra từng nội dung rồi trình.");
                return Redirect($"/dieu-chinh/{result.Value}");
            },
            () => ShowAsync(id, nam, dot, stop));
    }

    private static NewPlanRequest Meant(int? year, int? tranche) => new() { Year = year, Tranche = tranche };

    private async Task<IActionResult> ShowAsync(int id, int? year, int? tranche, CancellationToken stop)
    {
        var result = await annexes.ReadAsync(Actor, id, Meant(year, tranche), stop);
        return Answer(result, () =>
        {
            Offer = result.Value;
            Title = "Lập điều chỉnh từ phụ lục";
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb("Nhập từ Excel", "/ke-hoach/nhap-tu-excel"));
            return Page();
        });
    }
}
