using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>The plan at two days, or after two of its decisions, side by side.</summary>
[Authorize(Policy = Permissions.PlansRead)]
public sealed class SoSanhModel(PlanComparisonService comparisons) : PortalPage
{
    [BindProperty(Name = "tu", SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(Name = "den", SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Null when an address names no day or decision that exists.</summary>
    public PlanComparison? Comparison { get; private set; }

    public IEnumerable<ComparedSide> Sides => Comparison is { } both ? [both.From, both.To] : [];

    /// <summary>"Sau Quyết định 38/QĐ-SCT (05/02/2024)" or "Ngày 30/09/2024".</summary>
    public static string Name(ComparedSide side) =>
        side.Decision is { } decision ? $"Sau Quyết định {decision.Number} ({ViDates.Day(decision.EffectiveFrom)})" : $"Ngày {ViDates.Day(side.Day)}";

    public IEnumerable<(string Label, Vnd Before, Vnd After)> Totals => Comparison is not { } both ? [] :
    [
        .. both.BySource.Select(s => ($"{StatusText.Short(s.Source)} hỗ trợ", s.Before, s.After)),
        ("Đối ứng", both.From.Figures.Counterpart, both.To.Figures.Counterpart),
        ("Nguồn khác", both.From.Figures.Other, both.To.Figures.Other),
    ];

    protected override string FormName => "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        Title = "So sánh kế hoạch";
        ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb("Kế hoạch này", $"/ke-hoach/{id}"));
        var result = await comparisons.ReadAsync(Actor, id, From, To, stop);
        return Answer(result, () =>
        {
            Comparison = result.Value;
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Comparison.Title, $"/ke-hoach/{id}"));
            return Page();
        });
    }
}
