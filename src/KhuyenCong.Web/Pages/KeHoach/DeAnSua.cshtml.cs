using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnSuaModel(DraftProjectFormService forms, BeneficiaryPickService register, PlanWarningsService warnings, DraftProjectService drafts)
    : DraftProjectFormPage(forms, register, warnings)
{
    public Task<IActionResult> OnGetAsync(int id, int projectId, CancellationToken stop) => ShowAsync(id, projectId, true, stop);

    /// <summary>Looks in the register; what was typed stays.</summary>
    public Task<IActionResult> OnPostTimAsync(int id, int projectId, CancellationToken stop) => ShowAsync(id, projectId, false, stop);

    public async Task<IActionResult> OnPostAsync(int id, int projectId, CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await drafts.EditAsync(Actor, id, projectId, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã lưu đề án «{Input.Name?.Trim()}».");
                return Redirect($"/ke-hoach/{id}#de-an-{projectId}");
            },
            () => ShowAsync(id, projectId, false, stop));
    }

    private Task<IActionResult> ShowAsync(int id, int projectId, bool isFresh, CancellationToken stop) =>
        ShowFormAsync(id, projectId, code => $"Sửa đề án {code}", isFresh, stop);
}
