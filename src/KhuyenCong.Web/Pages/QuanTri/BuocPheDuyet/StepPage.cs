using KhuyenCong.Services;
using KhuyenCong.Services.Settings;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.QuanTri.BuocPheDuyet;

/// <summary>The form of a step, on the page that adds and on the page that edits.</summary>
public abstract class StepPage : PortalPage
{
    [BindProperty]
    public StepRequest Input { get; set; } = new() { Enabled = true };

    public static IEnumerable<SelectListItem> StepPermissions => PermissionText.OfSteps.Select(p => new SelectListItem(PermissionText.Of(p), p));

    protected void Head(string title)
    {
        Title = title;
        ShowCrumbs(new Crumb("Bước phê duyệt", "/quan-tri/buoc-phe-duyet"));
    }

    protected IActionResult AnswerForm(Result result, string notice) => Answer(result, () =>
    {
        Notify(notice);
        return Redirect("/quan-tri/buoc-phe-duyet");
    });
}
