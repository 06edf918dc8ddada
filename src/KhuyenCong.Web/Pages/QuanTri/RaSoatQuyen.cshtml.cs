using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri;

/// <summary>The matrix of accounts and permissions for the yearly review: on screen, and as a workbook with ?dinh-dang=xlsx.</summary>
[Costly(OnlyWith = "dinh-dang")]
[Authorize(Policy = Permissions.AccountsManage)]
public sealed class RaSoatQuyenModel(RightsReviewService rights) : PortalPage
{
    [BindProperty(Name = "trang", SupportsGet = true)]
    public string? PageText { get; set; }

    [BindProperty(Name = "dinh-dang", SupportsGet = true)]
    public string? Format { get; set; }

    public RightsReview Review { get; private set; } = new([], 0, 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Rà soát quyền";
        if (Format == "xlsx")
        {
            var file = await rights.ExportAsync(Actor, stop);
            return Answer(file, () => File(file.Value.Content, file.Value.ContentType, file.Value.Name));
        }

        var page = int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var result = await rights.ReadAsync(Actor, page, stop);
        return Answer(result, () =>
        {
            Review = result.Value;
            return Page();
        });
    }
}
