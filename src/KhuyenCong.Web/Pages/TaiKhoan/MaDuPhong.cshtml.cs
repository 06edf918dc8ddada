using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>New recovery codes, shown once.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MaDuPhongModel : PortalPage
{
    /// <summary>Under which TempData, a protected cookie, brings them here.</summary>
    public const string Key = "RecoveryCodes";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        Title = "Mã dự phòng";
        ShowCrumbs(new Crumb("Xác thực hai lớp", "/tai-khoan/xac-thuc-hai-lop"));
        if (TempData[Key] is not string codes) return Redirect("/tai-khoan/xac-thuc-hai-lop");
        Codes = codes.Split(' ');
        return Page();
    }
}
