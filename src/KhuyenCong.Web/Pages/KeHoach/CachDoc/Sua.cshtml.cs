using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Imports.Aliases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach.CachDoc;

/// <summary>One remembered reading: given another meaning, or withdrawn.</summary>
[Authorize(Policy = Permissions.PlansEdit)]
public sealed class SuaModel(AnnexAliasListService reader, AnnexAliasEditService aliases) : PortalPage
{
    [BindProperty]
    public AnnexAliasRequest Input { get; set; } = new();

    public AnnexAliasForm Form { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, keepsTyped: false, stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        Result result = ModelState.IsValid ? await aliases.EditAsync(Actor, id, Input, stop) : Failure.Unreadable;
        return await AnswerAsync(result, () => Back("Đã lưu cách đọc."), () => LoadAsync(id, keepsTyped: true, stop));
    }

    public async Task<IActionResult> OnPostThoiDungAsync(int id, CancellationToken stop) =>
        await AnswerAsync(await aliases.WithdrawAsync(Actor, id, Input.Version, stop), () => Back("Đã thôi dùng cách đọc; lần nhập sau phần mềm lại hỏi."), () => LoadAsync(id, keepsTyped: false, stop));

    private async Task<IActionResult> LoadAsync(int id, bool keepsTyped, CancellationToken stop)
    {
        Title = "Cách đọc đã lưu";
        ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb("Nhập từ Excel", "/ke-hoach/nhap-tu-excel"), new Crumb("Cách đọc đã lưu", "/ke-hoach/cach-doc"));
        var form = await reader.FormAsync(Actor, id, stop);
        return Answer(form, () =>
        {
            Form = form.Value;
            if (!keepsTyped) Input = Form.Request;
            return Page();
        });
    }

    private RedirectResult Back(string notice)
    {
        Notify(notice);
        return Redirect("/ke-hoach/cach-doc");
    }
}
