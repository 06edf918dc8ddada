using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>The person's own open sessions.</summary>
public sealed class PhienModel(SessionService sessions, KnownSessions known) : PortalPage
{
    public IReadOnlyList<OwnSession> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Phiên làm việc của tôi";
        var result = await sessions.ListAsync(Actor, User.SessionHash(), stop);
        return Answer(result, () =>
        {
            Sessions = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostKetThucAsync([FromForm(Name = "phien")] int session, CancellationToken stop)
    {
        var result = await sessions.EndOwnAsync(Actor, session, stop);
        return Answer(result, () => Back([result.Value], "Đã kết thúc phiên."));
    }

    public async Task<IActionResult> OnPostKetThucKhacAsync(CancellationToken stop)
    {
        var result = await sessions.EndOthersAsync(Actor, User.SessionHash(), stop);
        return Answer(result, () => Back(result.Value, "Đã kết thúc mọi phiên khác."));
    }

    private RedirectResult Back(IReadOnlyList<string> ended, string notice)
    {
        known.Forget(ended);
        Notify(notice);
        return Redirect("/tai-khoan/phien");
    }
}
