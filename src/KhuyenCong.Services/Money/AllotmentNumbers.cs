using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Two bodies may use one number, though not for papers of one budget; a corrected number counts as it was corrected.</summary>
internal static class AllotmentNumbers
{
    /// <summary>Why a decision of that number cannot change these budgets. One SQL command.</summary>
    /// <param name="db">The context.</param>
    /// <param name="number">As written.</param>
    /// <param name="budgets">The budgets that it changes.</param>
    /// <param name="decisionId">The decision itself, where it is in the register already.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<IReadOnlyList<Refusal>> WhyNotPaperNumberAsync(
        this AppDbContext db, string number, IReadOnlyCollection<(int Year, FundingSource Source)> budgets, int? decisionId, CancellationToken stop)
    {
        if (budgets.Count == 0) return [];
        var years = budgets.Select(b => b.Year).Distinct().ToList();
        var papers = await db.Allotments.Where(a => years.Contains(a.Year)).SelectMany(a => a.Papers, (a, p) => new { a.Year, a.Source, p.DecisionId, Number = p.Decision == null ? p.Number : p.Decision.Number })
            .Where(p => decisionId == null || p.DecisionId != decisionId).ToListAsync(stop);
        return
        [
            .. papers.Where(p => budgets.Contains((p.Year, p.Source)) && string.Equals(p.Number, number, StringComparison.OrdinalIgnoreCase))
                .Select(p => new MoneyRefusals.AllotmentPaperTaken(number, p.Year)).Distinct(),
        ];
    }
}
