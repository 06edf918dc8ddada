using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>What an adjustment makes of one budget.</summary>
/// <param name="Year">Budget year.</param>
/// <param name="Source">Budget source.</param>
/// <param name="Allocated">What its projects take more of it; below zero they give back.</param>
/// <param name="Allotted">
/// What the budget itself gains or loses: a project that is carried over takes the budget it has not used along into
/// the next year.
/// </param>
public sealed record BudgetMove(int Year, FundingSource Source, Vnd Allocated, Vnd Allotted)
{
    /// <summary>What it takes of the unallocated.</summary>
    public Vnd Taken => Allocated - Allotted;

    /// <summary>Over the whole adjustment, by year and source: what one line gives back another may take.</summary>
    public static IReadOnlyList<BudgetMove> All(IEnumerable<AdjustmentEffect> effects) =>
        Sum(effects.SelectMany(e => e.Budget.Select(b => new BudgetMove(b.Year, b.Source, b.Change, e.CarriesBudget ? b.Change : Vnd.Zero))));

    /// <summary>By year and source, those that move.</summary>
    public static IReadOnlyList<BudgetMove> Sum(IEnumerable<BudgetMove> moves) =>
    [
        .. moves.GroupBy(m => (m.Year, m.Source)).OrderBy(g => g.Key)
            .Select(g => new BudgetMove(g.Key.Year, g.Key.Source, g.Sum(m => m.Allocated), g.Sum(m => m.Allotted)))
            .Where(m => !m.Allocated.IsZero || !m.Allotted.IsZero),
    ];
}
