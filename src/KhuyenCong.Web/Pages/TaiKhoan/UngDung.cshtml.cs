using System.Security.Cryptography;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>Sets an authenticator app up. The secret travels in the form, closed, so that a new one is kept only once it is proved.</summary>
public sealed class UngDungModel(SecondFactorService factors, SecretBox box, SessionOpening session) : PortalPage
{
    private const string Purpose = "authenticator-offer";

    [BindProperty]
    public AuthenticatorProof Input { get; set; } = new();

    /// <summary>The closed secret, for the form.</summary>
    public string Secret { get; private set; } = "";

    public string ShownSecret { get; private set; } = "";

    /// <summary>What the app reads from the QR code.</summary>
    public string Address { get; private set; } = "";

    private string Owner => User.SessionHash() ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Thiết lập ứng dụng xác thực";
        ShowCrumbs(new Crumb("Xác thực hai lớp", "/tai-khoan/xac-thuc-hai-lop"));
        var result = await factors.ReadAsync(Actor, stop);
        return Answer(result, () =>
        {
            if (result.Value.HasAny && Actor.MustShowFactor) return Redirect("/xac-nhan-lai?tro-ve=%2Ftai-khoan%2Fxac-thuc-hai-lop%2Fung-dung");
            var offered = Opened() ?? Base32.Of(RandomNumberGenerator.GetBytes(20));
            Secret = box.Close(offered, Purpose, Owner);
            ShownSecret = string.Join(' ', offered.Chunk(4).Select(c => new string(c)));
            Address = $"otpauth://totp/{Uri.EscapeDataString("Khuyến công")}:{Uri.EscapeDataString(result.Value.Account)}?secret={offered}&issuer={Uri.EscapeDataString("Khuyến công")}";
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = await factors.SetUpAsync(Actor, Opened(), Input.Code, User.SessionHash(), stop);
        if (result.IsDone) await session.ShownAsync(Actor.UserId!.Value);
        return await AnswerAsync(
            result,
            () =>
            {
                TempData[MaDuPhongModel.Key] = string.Join(' ', result.Value);
                return Redirect("/tai-khoan/xac-thuc-hai-lop/ma-du-phong");
            },
            () => OnGetAsync(stop));
    }

    private string? Opened() => Input.Secret is { Length: > 0 } closed ? box.Open(closed, Purpose, Owner) : null;
}
