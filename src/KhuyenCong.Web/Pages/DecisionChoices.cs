using KhuyenCong.Domain.Decisions;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages;

/// <summary>What is chosen from where a decision is written down.</summary>
public static class DecisionChoices
{
    public static IEnumerable<SelectListItem> Capacities => Enum.GetValues<SigningCapacity>().Select(c => new SelectListItem(DecisionText.Of(c), c.ToString()));

    public static IEnumerable<SelectListItem> Bases => Enum.GetValues<StatedBasis>().Select(b => new SelectListItem(StatusText.Of(b), b.ToString()));
}
