using KhuyenCong.Domain.People;
using KhuyenCong.Services.Norms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.DinhMuc;

[Authorize(Policy = Permissions.SettingsManage)]
public sealed class TrangThaiModel(NormService norms) : NormPage(norms)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What is asked for: the opposite of what was shown.</summary>
    [BindProperty]
    public bool Enabled { get; set; }

    protected override string FormName => "";

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, "Áp dụng, ngừng áp dụng định mức", stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop) => await AnswerAsync(
        await Norms.SwitchAsync(Actor, id, Enabled, Reason, stop), () => Back(Enabled ? "Đã áp dụng lại định mức." : "Đã ngừng áp dụng định mức."), () => OnGetAsync(id, stop));
}
