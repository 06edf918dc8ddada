using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>What the fields of a draft's project are drawn from, on the page that adds and on the page that changes.</summary>
public sealed record DraftProjectView(DraftProjectForm Form, DraftProjectRequest Input, BeneficiaryPick Pick, string? Search)
{
    public IEnumerable<SelectListItem> Groups => Form.Groups.Select(g => new SelectListItem(g.Text, g.Value));

    public IEnumerable<SelectListItem> Norms => Form.Norms.Select(n => new SelectListItem(n.Text, n.Value));

    public bool HasNormData => Input.NormId is not null || !string.IsNullOrWhiteSpace(Input.EligibleCost) || Input.Establishments is not null
        || !string.IsNullOrWhiteSpace(Input.OverNormReason);
}
