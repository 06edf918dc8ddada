using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Pages.BaoCao;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuyetDinh;

/// <summary>The annex as it is printed, made again from what the decision carries.</summary>
[Authorize(Policy = Permissions.DecisionsRead)]
public sealed class PhuLucModel(DecisionPageService decisions, PublicAddress address) : PortalPage
{
    /// <summary>«dong» or «trieu-dong»; annexes are usually in triệu đồng.</summary>
    [BindProperty(Name = "don-vi", SupportsGet = true)]
    public string? UnitKey { get; set; }

    public DecisionAnnex Annex { get; private set; } = null!;

    public DecisionRow Row => Annex.Decision.Row;

    public AmountUnit Unit => BudgetSummaryQuery.Units.TryGetValue(UnitKey ?? "", out var unit) ? unit : AmountUnit.Million;

    /// <summary>Where anyone who holds the paper can check it.</summary>
    public string VerificationAddress => address.Link(Request, $"/xac-thuc/{Annex.Decision.ContentSha256}");

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await decisions.ReadAsync(Actor, id, stop);
        if (result.IsDone && result.Value.Changes.Count == 0) return NotFound();
        return Answer(result, () =>
        {
            Annex = new DecisionAnnex(result.Value);
            Title = $"Phụ lục của Quyết định {Row.Number}";
            ShowCrumbs(new Crumb("Quyết định", "/quyet-dinh"), new Crumb(Row.Number, $"/quyet-dinh/{id}"));
            return Page();
        });
    }
}
