using System.Globalization;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DuToan;

[Authorize(Policy = Permissions.PlansRead)]
public sealed class IndexModel(AllotmentService allotments, TimeProvider clock) : PortalPage
{
    [BindProperty]
    public AllotmentRequest Input { get; set; } = new();

    /// <summary>The signed decision.</summary>
    [BindProperty]
    public new IFormFile? File { get; set; }

    [FromQuery(Name = "ngay")]
    public string? Day { get; set; }

    public DateOnly? AsOf => ViShape.Date(Day) is { } day && day < clock.Today() ? day : null;

    public AllotmentOverview Overview { get; private set; } = null!;

    public bool MayRecord => AsOf is null && Actor.May(Permissions.AllotmentsEdit);

    public bool MayClose => AsOf is null && Actor.May(Permissions.YearsClose);

    public bool MayReadDecisions => Actor.May(Permissions.DecisionsRead);

    public IEnumerable<SelectListItem> Bodies => Overview.Bodies.Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Sources => Enum.GetValues<FundingSource>().Select(s => new SelectListItem(StatusText.Of(s), s.ToString()));

    public Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Input = new() { Year = clock.Today().Year, Source = FundingSource.Local, Capacity = SigningCapacity.Own };
        return ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await using var content = File?.OpenReadStream();
        var request = Input with { File = content is null ? null : new FileUpload(File!.FileName, File.Length, content) };
        Result result = ModelState.IsValid ? await allotments.RecordAsync(Actor, request, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify($"Đã ghi dự toán theo quyết định {Input.Number?.Trim()}.");
                return Redirect("/du-toan");
            },
            () => ShowAsync(stop));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        Title = "Dự toán được giao";
        var result = await allotments.ReadAsync(Actor, AsOf, stop);
        return UnlessUnreadable("ngay", Day, Answer(result, () =>
        {
            Overview = result.Value;
            return Page();
        }));
    }
}
