using KhuyenCong.Domain.People;
using KhuyenCong.Services.Beneficiaries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DonViThuHuong;

[Authorize(Policy = Permissions.BeneficiariesRead)]
public sealed class ChiTietModel(BeneficiaryPageService register) : PortalPage
{
    public BeneficiaryPage Row { get; private set; } = null!;

    public bool MayEdit => Row.MergedInto is null && Actor.May(Permissions.BeneficiariesEdit);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await register.ReadAsync(Actor, id, stop);
        return Answer(result, () =>
        {
            Row = result.Value;
            Title = Row.Name;
            ShowCrumbs(new Crumb("Đơn vị thụ hưởng", "/don-vi-thu-huong"));
            return Page();
        });
    }
}
