using FluentValidation.Results;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Reports;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.BaoCao;

/// <summary>The budget summary: on screen, in print, and as a file with ?dinh-dang=xlsx or csv.</summary>
[Costly(OnlyWith = "dinh-dang")]
[Authorize(Policy = Permissions.ReportsRead)]
public class TongHopKinhPhiModel(BudgetSummaryService reports, TimeProvider clock) : PortalPage
{
    public BudgetSummaryFilter Filter { get; private set; } = new();

    /// <summary>The choices of the form; never null once the page is shown.</summary>
    public BudgetSummary Choices { get; private set; } = null!;

    /// <summary>The report; null where the filter could not be read.</summary>
    public ReportBook? Book { get; private set; }

    /// <summary>The years with an approved plan, and the one asked for.</summary>
    public IEnumerable<int> Years => Choices.Plans.Select(p => p.Year).Append(Choices.Year).Distinct().OrderDescending();

    /// <summary>The day of the figures, or what was typed and is none.</summary>
    public string ShownDay => ModelState.GetValueOrDefault(nameof(Filter.AsOf))?.Errors.Count > 0
        ? new BudgetSummaryQuery(Request.Query).TypedDay ?? ""
        : ViDates.Day(Filter.AsOf ?? Choices.AsOf);

    protected override string FormName => "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Tổng hợp kinh phí";
        ShowCrumbs(new Crumb("Báo cáo", "/bao-cao"));
        var query = new BudgetSummaryQuery(Request.Query);
        Filter = query.Filter;
        if (query.Errors.Count > 0) return await AgainAsync(Unread(query), stop);
        if (query.Format is { } format) return await ExportAsync(format, stop);

        var result = await reports.ReadAsync(Actor, Filter, stop);
        if (result.Outcome == Outcome.Invalid) return await AgainAsync(result, stop);
        return Answer(result, () =>
        {
            Choices = result.Value;
            Filter = Choices.Filter;
            Book = BudgetSummaryBook.Of(Choices, Actor.Name, clock.NowUtc());
            return Page();
        });
    }

    private async Task<IActionResult> ExportAsync(ExportFormat format, CancellationToken stop)
    {
        var result = await reports.ExportAsync(Actor, Filter, format, stop);
        if (result.Outcome == Outcome.Invalid) return await AgainAsync(result, stop);
        return Answer(result, () => File(result.Value.Content, result.Value.ContentType, result.Value.Name));
    }

    // The form is shown again with every choice, and without figures that nobody asked for.
    private Task<IActionResult> AgainAsync(Result failed, CancellationToken stop) => AnswerAsync(failed, Page, async () =>
    {
        var usual = await reports.ReadAsync(Actor, new BudgetSummaryFilter(), stop);
        return Answer(usual, () =>
        {
            Choices = usual.Value;
            return Page();
        });
    });

    private static Result Unread(BudgetSummaryQuery query) =>
        Failure.Invalid(new ValidationResult(query.Errors.Select(e => new ValidationFailure(e.Field, e.Message))));
}
