using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.TaiKhoan;

public sealed class TuChoiModel : PageModel
{
    /// <summary>The 403 page itself is shown by the status pages.</summary>
    public IActionResult OnGet() => StatusCode(StatusCodes.Status403Forbidden);
}
