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

    /// <summary>The same of every year that pays, asked of the database. One SQL command.</summary>
    public static async Task<IReadOnlyList<Refusal>> WhyNotYearsAsync(this AppDbContext db, IReadOnlyCollection<int> years, CancellationToken stop) =>
        [.. (await db.YearClosings.Where(c => years.Contains(c.Year)).OrderBy(c => c.Year).Select(c => c.Year).ToListAsync(stop)).Select(y => new MoneyRefusals.YearClosed(y))];
}
