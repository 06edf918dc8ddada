using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Provider;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.TaiKhoan;

public sealed class DangXuatModel(SessionOpening session, CurrentActor actor, ProviderDoor door) : PageModel
{
    public string Name => actor.Actor.Name;

    public void OnGet()
    {
        // Shows the button: a link must not sign anybody out.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await session.CloseAsync(actor.Actor, stop);
        // On a shared machine «back» must not show what the person saw.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        // The portal cannot end the provider's own session, and nobody should take it for ended.
        if (door.IsOn) TempData[PortalPage.NoticeKey] = $"Đã đăng xuất khỏi cổng. Nếu bạn đã đăng nhập qua {door.Name} trên máy dùng chung, hãy đăng xuất cả ở đó; nếu không, người dùng máy sau có thể vào cổng thay bạn.";
        return RedirectToPage("DangNhap");
    }
}
