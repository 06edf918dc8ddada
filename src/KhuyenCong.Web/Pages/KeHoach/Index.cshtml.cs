using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

[Authorize(Policy = Permissions.PlansRead)]
public sealed class IndexModel(PlanListService plans, TimeProvider clock) : PortalPage
{
    [BindProperty(Name = "nam", SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Code of a tranche.</summary>
    [BindProperty(Name = "dot", SupportsGet = true)]
    public int? Tranche { get; set; }

    [BindProperty(Name = "nguon", SupportsGet = true)]
    public FundingSource? Source { get; set; }

    [BindProperty(Name = "tinh-trang", SupportsGet = true)]
    public PlanStatus? Status { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "sap-xep", SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(Name = "trang", SupportsGet = true)]
    public int? PageNumber { get; set; }

    [BindProperty(Name = "ngay", SupportsGet = true)]
    public string? Day { get; set; }

    public DateOnly? AsOf => ViShape.Date(Day) is { } day && day < clock.Today() ? day : null;

    public PlanList Plans { get; private set; } = null!;

    public bool MayEdit => Actor.May(Permissions.PlansEdit);

    public bool IsFiltered => Year is not null || Tranche is not null || Source is not null || Status is not null || !string.IsNullOrWhiteSpace(Text);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Kế hoạch khuyến công";

        // A value that no list holds narrows nothing.
        ModelState.Clear();
        var filter = new PlanListFilter
        {
            Year = Year, Tranche = Tranche, Source = Source, Status = Status, Text = Text, Page = PageNumber, AsOf = AsOf,
            Sort = SortOf(Sort?.TrimStart('-')), Descending = Sort?.StartsWith('-') == true,
        };
        var result = await plans.ReadAsync(Actor, filter, stop);
        return UnlessUnreadable("ngay", Day, Answer(result, () =>
        {
            Plans = result.Value;
            return Page();
        }));
    }

    private static PlanListSort? SortOf(string? key) => key switch
    {
        "nam" => PlanListSort.Year,
        "ten" => PlanListSort.Title,
        "tinh-trang" => PlanListSort.Status,
        _ => null,
    };
}
