using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Whether a decision may count from its day: the same for plans and for adjustments.</summary>
internal static class DecisionDay
{
    /// <summary>Places are units of the decision's own day; the terms have been read with their areas and units.</summary>
    public static IEnumerable<Refusal> WhyNotPlaces(DateOnly day, IEnumerable<ProjectTerms> terms) => terms.SelectMany(t => t.Areas
        .Where(a => a.Unit!.ValidFrom > day || a.Unit.ValidTo < day).Select(a => new DecisionRefusals.PlaceNotOnDay(t.Name, a.Unit!.Name, day)));

    /// <summary>The year of the day is open, and on each day from then on no more is allocated than was allotted by that day.</summary>
    /// <param name="db">The context.</param>
    /// <param name="day">The day the decision counts from.</param>
    /// <param name="moves">What it makes of the budgets.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<IReadOnlyList<Refusal>> WhyNotDayAsync(this AppDbContext db, DateOnly day, IReadOnlyList<BudgetMove> moves, CancellationToken stop)
    {
        if (await db.YearClosings.AnyAsync(c => c.Year == day.Year, stop)) return [new DecisionRefusals.DatedInClosedYear(day.Year)];
        List<Refusal> refusals = [];
        foreach (var move in moves)
        {
            var timeline = await db.AllotmentTimelineAsync(move.Year, move.Source, stop);
            var after = timeline with { Allocated = [.. timeline.Allocated, (day, move.Allocated)], Allotted = [.. timeline.Allotted, (day, move.Allotted)] };
            if (after.FirstBreach(day) is { } breach) refusals.Add(new DecisionRefusals.BreaksAllotmentOnDay(move.Year, move.Source, breach.Day, breach.Allocated, breach.Allotted));
        }

        return refusals;
    }
}
