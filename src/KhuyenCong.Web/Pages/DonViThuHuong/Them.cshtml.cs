using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Beneficiaries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DonViThuHuong;

[Authorize(Policy = Permissions.BeneficiariesEdit)]
public sealed class ThemModel(BeneficiaryService register) : BeneficiaryFormPage
{
    public void OnGet() => Head();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Head();
        Result result = ModelState.IsValid ? await register.CreateAsync(Actor, Input, stop) : Failure.Unreadable;
        return AnswerForm(result, null, $"Đã thêm «{Input.Name?.Trim()}» vào danh bạ.");
    }

    private void Head()
    {
        Title = "Thêm đơn vị thụ hưởng";
        ShowCrumbs(new Crumb("Đơn vị thụ hưởng", "/don-vi-thu-huong"));
    }
}
