using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DieuChinh;

/// <summary>The form of one line of an adjustment; which fields it has follows from the line's kind.</summary>
public abstract class AdjustmentLinePage : PortalPage
{
    [BindProperty(Name = "loai", SupportsGet = true)]
    public AdjustmentKind? Kind { get; set; }

    [BindProperty(Name = "de-an", SupportsGet = true)]
    public int? ProjectId { get; set; }

    [BindProperty]
    public AdjustmentLineRequest Input { get; set; } = new();

    public AdjustmentForm Form { get; private set; } = null!;

    public abstract bool IsNew { get; }

    public bool HasNormData => Input.NormId is not null || Input.EligibleCost is not null || Input.Establishments is not null || Input.OverNormReason is not null;

    public static IEnumerable<SelectListItem> Sources => Enum.GetValues<FundingSource>().Select(s => new SelectListItem(StatusText.Of(s), s.ToString()));

    public IEnumerable<SelectListItem> Categories => Form.Categories.Select(c => new SelectListItem(c.Text, c.Value));

    public IEnumerable<SelectListItem> Norms => Form.Norms.Select(n => new SelectListItem(n.Text, n.Value));

    /// <summary>The line as it was sent.</summary>
    protected AdjustmentLineRequest Sent => Input with { Kind = Kind, ProjectId = ProjectId };

    protected IActionResult Show(Result<AdjustmentForm> form, Func<string> title) => Answer(form, () =>
    {
        Form = form.Value;
        Title = title();
        ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Form.PlanTitle, $"/ke-hoach/{Form.PlanId}"), new Crumb($"Điều chỉnh lần {Form.Ordinal}", $"/dieu-chinh/{Form.Id}"));
        return Page();
    });
}
