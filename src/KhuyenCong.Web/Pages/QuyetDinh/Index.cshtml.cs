using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuyetDinh;

[Authorize(Policy = Permissions.DecisionsRead)]
public sealed class IndexModel(DecisionRegisterService register) : PortalPage
{
    /// <summary>Kinds as the address names them.</summary>
    public static IReadOnlyDictionary<string, DecisionKind> Kinds { get; } = new Dictionary<string, DecisionKind>(StringComparer.Ordinal)
    {
        ["phe-duyet"] = DecisionKind.Approve, ["bo-sung"] = DecisionKind.Supplement, ["dieu-chinh"] = DecisionKind.Adjust,
        ["ngung"] = DecisionKind.Stop, ["giao-du-toan"] = DecisionKind.Allot,
    };

    [BindProperty(Name = "nam", SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public int? BodyId { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "trang", SupportsGet = true)]
    public int? PageNumber { get; set; }

    public bool IsFiltered => Year is not null || BodyId is not null || !string.IsNullOrWhiteSpace(Kind) || !string.IsNullOrWhiteSpace(Text);

    public DecisionList Decisions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Sổ quyết định";
        ModelState.Clear();
        DecisionKind? kind = Kinds.TryGetValue(Kind ?? "", out var known) ? known : null;
        var result = await register.ReadAsync(Actor, new DecisionFilter { Year = Year, Kind = kind, BodyId = BodyId, Text = Text, Page = PageNumber }, stop);
        return Answer(result, () =>
        {
            Decisions = result.Value;
            return Page();
        });
    }
}
