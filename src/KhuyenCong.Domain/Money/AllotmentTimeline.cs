namespace KhuyenCong.Domain.Money;

/// <summary>
/// A budget over time: what was allotted and allocated by each day. A decision dated back must not have spent budget
/// that was not there yet.
/// </summary>
/// <param name="Allotted">Signed amounts by the day of their papers.</param>
/// <param name="Allocated">Signed changes of approved support by the effective day of their decisions.</param>
public sealed record AllotmentTimeline(IReadOnlyList<(DateOnly Day, Vnd Amount)> Allotted, IReadOnlyList<(DateOnly Day, Vnd Amount)> Allocated)
{
    /// <summary>The first day, from a given one on, on which more is allocated than allotted; null when none.</summary>
    public (DateOnly Day, Vnd Allocated, Vnd Allotted)? FirstBreach(DateOnly from)
    {
        foreach (var day in Allotted.Concat(Allocated).Select(e => e.Day).Where(d => d > from).Append(from).Distinct().Order())
        {
            var allotted = Allotted.Where(e => e.Day <= day).Sum(e => e.Amount);
            var allocated = Allocated.Where(e => e.Day <= day).Sum(e => e.Amount);
            if (allocated > allotted) return (day, allocated, allotted);
        }

        return null;
    }
}
