namespace KhuyenCong.Domain.Money;

/// <summary>
/// A project's money over time: what was approved, contracted and disbursed by each day. Limits must hold on every day,
/// not only today, since decisions and vouchers may be dated back.
/// </summary>
/// <param name="Supports">Support in force from each decision's effective day, in register order.</param>
/// <param name="Contracts">Signed contract values by day.</param>
/// <param name="Entries">Effects of posted entries by day.</param>
public sealed record ProjectTimeline(
    IReadOnlyList<(DateOnly Day, Vnd Support)> Supports, IReadOnlyList<(DateOnly Day, Vnd Value)> Contracts, IReadOnlyList<(DateOnly Day, Vnd Effect)> Entries)
{
    /// <summary>The first day, from a given one on, on which more is disbursed than the limit of that day; null when none.</summary>
    public (DateOnly Day, Vnd Posted, Vnd Limit)? FirstBreach(DateOnly from)
    {
        var days = Supports.Select(s => s.Day).Concat(Contracts.Select(c => c.Day)).Concat(Entries.Select(e => e.Day))
            .Where(d => d > from).Append(from).Distinct().Order();
        foreach (var day in days)
        {
            var (posted, limit) = (PostedOn(day), LimitOn(day));
            if (posted > limit || posted.IsNegative) return (day, posted, limit);
        }

        return null;
    }

    /// <summary>The support of the latest decision effective by that day, ties in register order.</summary>
    public Vnd SupportOn(DateOnly day) => Supports.Where(s => s.Day <= day).OrderBy(s => s.Day).Select(s => s.Support).LastOrDefault();

    public Vnd PostedOn(DateOnly day) => Entries.Where(e => e.Day <= day).Sum(e => e.Effect);

    private Vnd LimitOn(DateOnly day)
    {
        var support = SupportOn(day);
        var signed = Contracts.Where(c => c.Day <= day).ToList();
        if (signed.Count == 0) return support;
        var contracted = signed.Sum(c => c.Value);
        return contracted < support ? contracted : support;
    }
}
