using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Vi;

/// <summary>Support by source and year, where it is not all of one.</summary>
public static class PlanShareTexts
{
    /// <summary>"KCĐP 2024: 300.000.000 · KCQG 2024: 100.000.000", the plan's own first; null where there is no other.</summary>
    /// <param name="source">The plan's own source.</param>
    /// <param name="year">The plan's year.</param>
    /// <param name="support">All of the support.</param>
    /// <param name="others">What of it is of another source or year.</param>
    public static string? Of(FundingSource source, int year, Vnd support, IReadOnlyCollection<BudgetShare> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        if (others.Count == 0) return null;
        var own = support - others.Sum(o => o.Amount);
        var shares = others.GroupBy(o => (o.Year, o.Source)).OrderBy(g => g.Key).Select(g => Told(g.Key.Source, g.Key.Year, g.Sum(o => o.Amount)));
        return string.Join(" · ", own.IsZero ? shares : shares.Prepend(Told(source, year, own)));
    }

    private static string Told(FundingSource source, int year, Vnd amount) => $"{StatusText.Short(source)} {year}: {VndFormat.Dong(amount)}";
}
