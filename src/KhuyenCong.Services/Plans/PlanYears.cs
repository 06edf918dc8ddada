using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Whether the budget year of a plan still takes a decision.</summary>
internal static class PlanYears
{
    /// <summary>The page's reasons and the guard's are the same.</summary>
    public static IReadOnlyList<Refusal> WhyNot(int year, bool isClosed) => isClosed ? [new MoneyRefusals.YearClosed(year)] : [];

    /// <summary>The same, asked of the database. One SQL command.</summary>
    public static async Task<IReadOnlyList<Refusal>> WhyNotYearAsync(this AppDbContext db, int year, CancellationToken stop) =>
        WhyNot(year, await db.YearClosings.AnyAsync(c => c.Year == year, stop));
}
