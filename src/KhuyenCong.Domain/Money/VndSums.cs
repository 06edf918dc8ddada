namespace KhuyenCong.Domain.Money;

/// <summary>Sums of amounts in memory, checked for overflow.</summary>
public static class VndSums
{
    public static Vnd Sum(this IEnumerable<Vnd> amounts) => amounts.Aggregate(Vnd.Zero, (sum, next) => sum + next);

    public static Vnd Sum<T>(this IEnumerable<T> items, Func<T, Vnd> amount) => items.Select(amount).Sum();
}
