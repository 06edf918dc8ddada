using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Provider;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>The person's own link with the identity provider.</summary>
public sealed class LienKetModel(ProviderLinkService links, ProviderDoor door, SessionOpening session) : PortalPage
{
    internal const string Here = "/tai-khoan/lien-ket";

    public string Provider => door.Name;

    public bool IsLinked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Liên kết tài khoản";
        if (TempData[NhaCungCapModel.WhyKey] is string why) ViewData[RefusalsKey] = new[] { why };
        var result = await links.ReadAsync(Actor, door.Issuer, stop);
        return Answer(result, () =>
        {
            IsLinked = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostGoAsync(CancellationToken stop)
    {
        var result = await links.UnlinkAsync(Actor, door.Issuer, User.SessionHash(), stop);
        if (result.IsDone) await session.RefreshAsync(Actor.UserId!.Value);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã gỡ liên kết.");
                return Redirect(Here);
            },
            () => OnGetAsync(stop));
    }
}
