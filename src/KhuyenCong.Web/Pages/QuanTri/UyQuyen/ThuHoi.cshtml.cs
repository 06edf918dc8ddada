using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.UyQuyen;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class ThuHoiModel(DelegationService delegations) : PortalPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public DelegationRow Row { get; private set; } = null!;

    protected override string FormName => "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        Title = "Thu hồi ủy quyền";
        ShowCrumbs(new Crumb("Ủy quyền", "/quan-tri/uy-quyen"));
        var result = await delegations.ListAsync(Actor, stop);
        Result found = result.IsDone && result.Value.Rows.All(r => r.Id != id) ? Failure.NotFound : result;
        return Answer(found, () =>
        {
            Row = result.Value.Rows.Single(r => r.Id == id);
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop) => await AnswerAsync(
        await delegations.RevokeAsync(Actor, id, Reason, stop),
        () =>
        {
            Notify("Đã thu hồi ủy quyền; người được ủy quyền hết quyền trong vòng một phút.");
            return Redirect("/quan-tri/uy-quyen");
        },
        () => OnGetAsync(id, stop));
}
