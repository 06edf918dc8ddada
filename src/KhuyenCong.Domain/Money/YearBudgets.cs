namespace KhuyenCong.Domain.Money;

/// <summary>Budgets of several years as the rules of adjustments see them.</summary>
/// <param name="Free">Each budget with its year.</param>
/// <param name="Closed">Closed years: nothing is taken from them or given back to them.</param>
public sealed record YearBudgets(IReadOnlyCollection<(int Year, FreeBudget Budget)> Free, IReadOnlyCollection<int> Closed);
