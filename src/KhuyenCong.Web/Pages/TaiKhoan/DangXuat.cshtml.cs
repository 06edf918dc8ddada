using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Provider;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.TaiKhoan;

public sealed class DangXuatModel(SessionOpening session, CurrentActor actor, ProviderDoor door) : PageModel
{
    public string Name => actor.Actor.Name;

    /// <summary>What the identity provider is called; null where there is none.</summary>
    public string? Provider => door.IsOn ? door.Name : null;

    public void OnGet()
    {
        // Shows the button: a link must not sign anybody out.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await session.CloseAsync(actor.Actor, stop);
        // On a shared machine «back» must not show what the person saw.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return RedirectToPage("DangNhap");
    }
}
