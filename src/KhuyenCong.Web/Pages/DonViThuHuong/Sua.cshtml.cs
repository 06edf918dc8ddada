using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Beneficiaries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DonViThuHuong;

[Authorize(Policy = Permissions.BeneficiariesEdit)]
public sealed class SuaModel(BeneficiaryPageService reader, BeneficiaryService register) : BeneficiaryFormPage
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var form = await reader.FormAsync(Actor, id, stop);
        return Answer(form, () =>
        {
            Input = form.Value;
            Head(id, Input.Name!);
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        Head(id, Input.Name ?? string.Empty);
        Result result = ModelState.IsValid ? await register.EditAsync(Actor, id, Input, stop) : Failure.Unreadable;
        return AnswerForm(result, id, "Đã lưu đơn vị thụ hưởng.");
    }

    private void Head(int id, string name)
    {
        Title = "Sửa đơn vị thụ hưởng";
        ShowCrumbs(new Crumb("Đơn vị thụ hưởng", "/don-vi-thu-huong"), new Crumb(name, $"/don-vi-thu-huong/{id}"));
    }
}
