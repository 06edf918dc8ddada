using KhuyenCong.Domain.Decisions;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages;

/// <summary>A page on which a decision on a plan is made; <c>_QuyetDinhKy</c> shows its fields.</summary>
public interface IDecisionForm
{
    ApprovalRequest Input { get; }

    /// <summary>The signed decision.</summary>
    IFormFile? File { get; }

    IEnumerable<SelectListItem> Bodies { get; }

    bool IsIllustrative { get; }

    /// <summary>The plan's figures once the decision is in force.</summary>
    PlanFigures After { get; }

    /// <summary>As the number of such a decision may look.</summary>
    string NumberExample { get; }
}

/// <summary>What is chosen from where a decision is written down.</summary>
public static class DecisionChoices
{
    public static IEnumerable<SelectListItem> Capacities => Enum.GetValues<SigningCapacity>().Select(c => new SelectListItem(DecisionText.Of(c), c.ToString()));

    public static IEnumerable<SelectListItem> Bases => Enum.GetValues<StatedBasis>().Select(b => new SelectListItem(StatusText.Of(b), b.ToString()));
}
