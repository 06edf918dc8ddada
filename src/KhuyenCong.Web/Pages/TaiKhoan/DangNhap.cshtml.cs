using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Provider;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.TaiKhoan;

[AllowAnonymous]
public sealed class DangNhapModel(SignIn signIn, PasskeyDoor passkeys, PortalSettings settings, ProviderDoor door) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The demo account to fill in.</summary>
    [BindProperty(Name = "tai-khoan", SupportsGet = true)]
    public string? Account { get; set; }

    public IReadOnlyList<DemoAccount> Accounts => settings.DemoEnabled ? DemoAccount.All : [];

    public string DemoPassword => settings.DemoPassword;

    /// <summary>Filled in for a demo account, never after a try.</summary>
    public string? ShownPassword { get; private set; }

    public PasskeyForm? Passkey { get; private set; }

    /// <summary>Whether the browser came with a session that ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What the identity provider is called; null where there is none.</summary>
    public string? Provider => door.IsOn ? door.Name : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (User.Identity?.IsAuthenticated == true) return LocalRedirect(Target);
        if (Accounts.FirstOrDefault(a => a.Email == Account) is { } chosen)
        {
            Email = chosen.Email;
            ShownPassword = settings.DemoPassword;
        }

        HasEnded = TempData[SessionGate.EndedKey] is true;
        if (TempData[NhaCungCapModel.WhyKey] is string why) ViewData[PortalPage.RefusalsKey] = new[] { why };
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), "Nhập địa chỉ email.");
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), "Nhập mật khẩu.");
        await ShowAsync();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var answer = await signIn.InAsync(Email!, Password!, stop);
        return answer.Outcome switch
        {
            SignInOutcome.Done => LocalRedirect(Target),
            SignInOutcome.FactorNext => RedirectToPage("DangNhapMa", new { ReturnUrl = Target }),
            SignInOutcome.Locked => RedirectToPage("BiKhoa"),
            _ => this.AgainAfter(answer, TryWords.Password),
        };
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    private async Task<PageResult> ShowAsync()
    {
        Passkey = new PasskeyForm(await passkeys.ForUseAsync(null), Url.Page("DangNhapKhoa", new { ReturnUrl })!, "Đăng nhập bằng khóa truy cập");
        return Page();
    }
}
