using System.Globalization;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Provider;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>What happened to the own account: new devices, factors, roles, passwords.</summary>
public sealed class ThongBaoModel(NoticeService notices, ProviderDoor door) : PortalPage
{
    [BindProperty(Name = "trang", SupportsGet = true)]
    public string? PageText { get; set; }

    /// <summary>Whether accounts can be linked with a provider.</summary>
    public bool HasProvider => door.IsOn;

    public NoticeList Notices { get; private set; } = new([], 0, 0, 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Thông báo";
        var page = int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var result = await notices.ListAsync(Actor, page, stop);
        return Answer(result, () =>
        {
            Notices = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = await notices.ReadAsync(Actor, stop);
        return Answer(result, () =>
        {
            Notify("Đã đánh dấu đã đọc.");
            return Redirect("/thong-bao");
        });
    }
}
