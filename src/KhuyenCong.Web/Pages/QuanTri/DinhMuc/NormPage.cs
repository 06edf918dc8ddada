using KhuyenCong.Services;
using KhuyenCong.Services.Norms;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.DinhMuc;

/// <summary>A page on one row of a norm.</summary>
public abstract class NormPage(NormService norms) : PortalPage
{
    protected NormService Norms => norms;

    public NormRow Norm { get; private set; } = null!;

    protected async Task<IActionResult> LoadAsync(int id, string title, CancellationToken stop)
    {
        var result = await norms.ListAsync(Actor, stop);
        Result found = result.IsDone && !result.Value.Any(n => n.Id == id) ? Failure.NotFound : result;
        return Answer(found, () =>
        {
            Norm = result.Value.Single(n => n.Id == id);
            Title = title;
            ShowCrumbs(new Crumb("Định mức chi", "/quan-tri/dinh-muc"));
            return Page();
        });
    }

    protected RedirectResult Back(string notice)
    {
        Notify(notice);
        return Redirect("/quan-tri/dinh-muc");
    }
}
