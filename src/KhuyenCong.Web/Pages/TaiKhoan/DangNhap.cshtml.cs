using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.TaiKhoan;

[AllowAnonymous]
public sealed class DangNhapModel(SignIn signIn, PortalSettings settings) : PageModel
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

    public IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated == true) return LocalRedirect(Target);
        if (Accounts.FirstOrDefault(a => a.Email == Account) is { } chosen)
        {
            Email = chosen.Email;
            ShownPassword = settings.DemoPassword;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), "Nhập địa chỉ email.");
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), "Nhập mật khẩu.");
        if (!ModelState.IsValid) return Shown();

        switch (await signIn.InAsync(Email!, Password!, stop))
        {
            case SignInAnswer.Done: return LocalRedirect(Target);
            case SignInAnswer.LockedOut: return RedirectToPage("BiKhoa");
            case SignInAnswer.Wrong:
            default:
                ModelState.AddModelError(string.Empty, "Email hoặc mật khẩu không đúng. Kiểm tra rồi nhập lại; sai 5 lần liên tiếp thì phải chờ 15 phút.");
                return Shown();
        }
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    private PageResult Shown()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
