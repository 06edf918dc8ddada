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
    /// <summary>The acceptance of the work: from its day on no more is due than was accepted.</summary>
    public (DateOnly Day, Vnd Amount)? Accepted { get; init; }

    /// <summary>The first day, from a given one on, on which more is disbursed than the limit of that day, or less than nothing; null when none.</summary>
    public (DateOnly Day, Vnd Posted, Vnd Limit)? FirstBreach(DateOnly from) => First(from, (posted, limit) => posted > limit || posted.IsNegative);

    /// <summary>The first day on which more is disbursed than its limit: what an outgoing entry may cause.</summary>
    public (DateOnly Day, Vnd Posted, Vnd Limit)? FirstOver(DateOnly from) => First(from, (posted, limit) => posted > limit);

    /// <summary>The first day on which more came back than had gone out: what an entry that brings money back may cause.</summary>
    public (DateOnly Day, Vnd Posted, Vnd Limit)? FirstBelowZero(DateOnly from) => First(from, (posted, _) => posted.IsNegative);

    /// <summary>The first day on which contracts were worth more than the support.</summary>
    public (DateOnly Day, Vnd Contracted, Vnd Support)? FirstOverContracted(DateOnly from)
    {
        foreach (var day in Days(from))
        {
            var (contracted, support) = (ContractedOn(day), SupportOn(day));
            if (contracted > support) return (day, contracted, support);
        }

        return null;
    }

    /// <summary>The support of the latest decision effective by that day, ties in register order.</summary>
    public Vnd SupportOn(DateOnly day) => Supports.Where(s => s.Day <= day).OrderBy(s => s.Day).Select(s => s.Support).LastOrDefault();

    public Vnd PostedOn(DateOnly day) => Entries.Where(e => e.Day <= day).Sum(e => e.Effect);

    private (DateOnly Day, Vnd Posted, Vnd Limit)? First(DateOnly from, Func<Vnd, Vnd, bool> isBroken)
    {
        foreach (var day in Days(from))
        {
            var (posted, limit) = (PostedOn(day), LimitOn(day));
            if (isBroken(posted, limit)) return (day, posted, limit);
        }

        return null;
    }

    // Nothing changes between these.
    private IEnumerable<DateOnly> Days(DateOnly from) =>
        Supports.Select(s => s.Day).Concat(Contracts.Select(c => c.Day)).Concat(Entries.Select(e => e.Day)).Concat(Accepted is { } accepted ? [accepted.Day] : []).Where(d => d > from).Append(from).Distinct().Order();

    private Vnd LimitOn(DateOnly day)
    {
        var limit = SupportOn(day);
        if (Contracts.Any(c => c.Day <= day) && ContractedOn(day) < limit) limit = ContractedOn(day);
        return Accepted is { } accepted && accepted.Day <= day && accepted.Amount < limit ? accepted.Amount : limit;
    }

    private Vnd ContractedOn(DateOnly day) => Contracts.Where(c => c.Day <= day).Sum(c => c.Value);
}
