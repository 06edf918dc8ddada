using KhuyenCong.Domain.People;
using KhuyenCong.Services.Beneficiaries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DonViThuHuong;

[Authorize(Policy = Permissions.BeneficiariesRead)]
public sealed class IndexModel(BeneficiaryListService register) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? KindName { get; set; }

    [BindProperty(Name = "dia-ban", SupportsGet = true)]
    public string? UnitText { get; set; }

    /// <summary>"1" for rows that resemble each other.</summary>
    [BindProperty(Name = "trung", SupportsGet = true)]
    public string? Alike { get; set; }

    [BindProperty(Name = "trang", SupportsGet = true)]
    public string? PageText { get; set; }

    public BeneficiaryKind? Kind => Enum.TryParse<BeneficiaryKind>(KindName, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public int? UnitId => Number(UnitText);

    public bool MayEdit => Actor.May(Permissions.BeneficiariesEdit);

    public bool IsFiltered => Q is not null || Kind is not null || UnitId is not null || Alike == "1";

    public BeneficiaryList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Đơn vị thụ hưởng";
        var result = await register.ListAsync(Actor, new BeneficiaryFilter(Q, Kind, UnitId, Alike == "1", Number(PageText) ?? 1), stop);
        return Answer(result, () =>
        {
            List = result.Value;
            return Page();
        });
    }

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
