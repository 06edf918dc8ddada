using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>Signing in with a passkey alone: it is both factors, what one has, unlocked by what one is or knows.</summary>
[AllowAnonymous]
public sealed class DangNhapKhoaModel(PasskeyDoor passkeys, SessionOpening session) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => RedirectToPage("DangNhap");

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "khoa")] string? credential, [FromForm(Name = "thach-thuc")] string? state, CancellationToken stop)
    {
        if (await passkeys.ProveUseAsync(credential, state, null, stop) is { } user)
        {
            await session.OpenAsync(user, withFactor: true, stop);
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
