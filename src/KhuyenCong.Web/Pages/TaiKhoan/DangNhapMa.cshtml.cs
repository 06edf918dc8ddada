using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>The second step of signing in.</summary>
[AllowAnonymous]
public sealed class DangNhapMaModel(SecondStep step, CodeTry codes, PasskeyDoor passkeys, SessionOpening session) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public PasskeyForm? Passkey { get; private set; }

    /// <summary>Whether codes come from an app; else the only codes are those kept for a loss.</summary>
    public bool HasApp { get; private set; }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public async Task<IActionResult> OnGetAsync() => await step.WhoAsync() is { } user ? await ShowAsync(user) : BackToStart();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await step.WhoAsync() is not { } user) return BackToStart();
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError(nameof(Code), user.TwoFactorEnabled ? "Nhập mã xác thực hoặc mã dự phòng." : "Nhập mã dự phòng.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(user);
        }

        var answer = await codes.TryAsync(user.Id, user.FullName, Code, stop);
        if (answer.Outcome == SignInOutcome.Done) return await InAsync(user, stop);
        await ShowAsync(user);
        return this.AgainAfter(answer, TryWords.Code(nameof(Code), HasApp, Passkey is not null));
    }

    public async Task<IActionResult> OnPostKhoaAsync([FromForm(Name = "khoa")] string? credential, [FromForm(Name = "thach-thuc")] string? state, CancellationToken stop)
    {
        if (await step.WhoAsync() is not { } user) return BackToStart();
        if (await passkeys.ProveUseAsync(credential, state, user.Id, stop) is not null) return await InAsync(user, stop);
        await ShowAsync(user);
        return this.AgainAfter(SignInAnswer.Wrong(TimeSpan.Zero), TryWords.Passkey);
    }

    private async Task<IActionResult> InAsync(AppUser user, CancellationToken stop)
    {
        await step.EndAsync();
        await session.OpenAsync(user, withFactor: true, stop);
        return LocalRedirect(Target);
    }

    private async Task<PageResult> ShowAsync(AppUser user)
    {
        HasApp = user.TwoFactorEnabled;
        if (await passkeys.AnyAsync(user)) Passkey = new PasskeyForm(await passkeys.ForUseAsync(user), Url.Page("DangNhapMa", "Khoa", new { ReturnUrl = Target })!, "Dùng khóa truy cập");
        return Page();
    }

    private RedirectToPageResult BackToStart() => RedirectToPage("DangNhap", new { ReturnUrl = Target });
}
