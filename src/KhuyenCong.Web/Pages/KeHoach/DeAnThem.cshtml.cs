using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnThemModel(DraftProjectFormService forms, BeneficiaryPickService register, PlanWarningsService warnings, DraftProjectService drafts)
    : DraftProjectFormPage(forms, register, warnings)
{
    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => ShowAsync(id, true, stop);

    /// <summary>Looks in the register; what was typed stays.</summary>
    public Task<IActionResult> OnPostTimAsync(int id, CancellationToken stop) => ShowAsync(id, false, stop);

    /// <param name="id">The plan.</param>
    /// <param name="next">Whether another one is added afterwards.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "tiep")] bool next, CancellationToken stop)
    {
        Result<int> result = ModelState.IsValid ? await drafts.AddAsync(Actor, id, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã thêm đề án «{Input.Name?.Trim()}».");
                return Redirect(next ? $"/ke-hoach/{id}/de-an/them" : $"/ke-hoach/{id}#de-an-{result.Value}");
            },
            () => ShowAsync(id, false, stop));
    }

    private Task<IActionResult> ShowAsync(int id, bool isFresh, CancellationToken stop) => ShowFormAsync(id, null, _ => "Thêm đề án", isFresh, stop);
}
