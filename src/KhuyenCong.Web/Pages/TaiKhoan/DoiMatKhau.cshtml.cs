using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Passwords;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

public sealed class DoiMatKhauModel(OwnAccountService account, SessionOpening session) : PortalPage
{
    [BindProperty]
    public PasswordChange Input { get; set; } = new();

    /// <summary>Nothing else is open before the password is changed.</summary>
    public bool IsDemanded => User.MustChangePassword();

    public void OnGet() => Title = "Đổi mật khẩu";

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        var result = await account.ChangePasswordAsync(Actor, Input, User.SessionHash(), stop);
        if (result.IsDone) await session.RefreshAsync(Actor.UserId!.Value);
        return Answer(result, () =>
        {
            Notify("Đã đổi mật khẩu.");
            return LocalRedirect("/");
        });
    }
}
