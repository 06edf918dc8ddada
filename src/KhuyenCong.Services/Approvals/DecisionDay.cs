using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Services.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Reads what <see cref="DecisionDayRules"/> ask of the year and the budgets.</summary>
internal static class DecisionDay
{
    /// <summary>The year of the day is open, and on each day from then on no more is allocated than was allotted by that day.</summary>
    /// <param name="db">The context.</param>
    /// <param name="day">The day the decision counts from.</param>
    /// <param name="moves">What it makes of the budgets.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<IReadOnlyList<Refusal>> WhyNotDayAsync(this AppDbContext db, DateOnly day, IReadOnlyList<BudgetMove> moves, CancellationToken stop)
    {
        List<Refusal> refusals = [.. DecisionDayRules.WhyNotYear(day, await db.YearClosings.AnyAsync(c => c.Year == day.Year, stop))];
        if (refusals.Count > 0) return refusals;
        foreach (var move in moves) refusals.AddRange(DecisionDayRules.WhyNotBudget(day, move, await db.AllotmentTimelineAsync(move.Year, move.Source, stop)));
        return refusals;
    }
}
