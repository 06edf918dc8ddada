using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>
/// Whoever holds a one-time code sets a password. The code comes in the form, never in the path or the query; opening the
/// page uses nothing up, since scanners of mail and chat open every link.
/// </summary>
[AllowAnonymous]
public sealed class DatMatKhauModel(OneTimeLinkService links, TryOrigin origin) : PortalPage
{
    [BindProperty]
    public NewPassword Input { get; set; } = new();

    protected override string? FieldOf(Refusal refusal) => refusal is AccountRefusals.LinkNotTaken ? nameof(Input.Code) : null;

    public void OnGet() => Title = "Đặt mật khẩu";

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        var result = await links.RedeemAsync(ActorClaims.Nobody, Input, origin.Network, stop);
        return Answer(result, () =>
        {
            Notify("Đã đặt mật khẩu. Đăng nhập bằng mật khẩu mới.");
            return LocalRedirect("/dang-nhap");
        });
    }
}
