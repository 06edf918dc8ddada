using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>What the fields of a draft's project are drawn from, on the page that adds and on the page that changes.</summary>
public sealed record DraftProjectView(DraftProjectForm Form, DraftProjectRequest Input, BeneficiaryPick Pick, string? Search)
{
    public IEnumerable<SelectListItem> Groups => Form.Groups.Select(g => new SelectListItem(g.Text, g.Value));

    public IEnumerable<SelectListItem> Norms => Form.Norms.Select(n => new SelectListItem(n.Text, n.Value));

    public IEnumerable<SelectListItem> Sources => Enum.GetValues<FundingSource>().Select(s => new SelectListItem(StatusText.Short(s), s.ToString()));

    /// <summary>Support from other sources and years is typed, or was.</summary>
    public bool HasOtherShares => Input.Shares!.Any(s => !s.IsBlank);

    /// <summary>The fields that make up the total.</summary>
    public string SumFields => string.Join(' ', ["Input_Support", .. Input.Shares!.Select((_, i) => $"Input_Shares_{i}__Amount"), "Input_Counterpart", "Input_Other"]);

    public bool HasNormData => Input.NormId is not null || !string.IsNullOrWhiteSpace(Input.EligibleCost) || Input.Establishments is not null
        || !string.IsNullOrWhiteSpace(Input.OverNormReason);
}
