using KhuyenCong.Services.Plans;
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
