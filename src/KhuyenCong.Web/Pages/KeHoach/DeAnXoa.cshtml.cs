using KhuyenCong.Domain.People;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansEdit)]
public sealed class DeAnXoaModel(DraftProjectFormService forms, DraftProjectService drafts) : DraftProjectPage(forms)
{
    public Task<IActionResult> OnGetAsync(int id, int projectId, CancellationToken stop) => ShowAsync(id, projectId, code => $"Bỏ đề án {code} khỏi kế hoạch?", stop);

    public async Task<IActionResult> OnPostAsync(int id, int projectId, int version, CancellationToken stop)
    {
        var result = await drafts.RemoveAsync(Actor, id, projectId, version, stop);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã bỏ đề án khỏi kế hoạch.");
                return Redirect($"/ke-hoach/{id}");
            },
            () => OnGetAsync(id, projectId, stop));
    }
}
