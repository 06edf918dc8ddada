using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Whether the budget year of a plan still takes a decision.</summary>
internal static class PlanYears
{
    /// <summary>The page's reasons and the guard's are the same. One SQL command.</summary>
    public static async Task<IReadOnlyList<Refusal>> WhyNotYearAsync(this AppDbContext db, int year, CancellationToken stop) =>
        await db.YearClosings.AnyAsync(c => c.Year == year, stop) ? [new MoneyRefusals.YearClosed(year)] : [];
}
