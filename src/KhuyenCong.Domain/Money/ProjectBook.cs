using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Money;

/// <summary>A project with all that decides whether its money can be entered: approved, contracted and recorded, by day.</summary>
/// <param name="Project">With the counters of today.</param>
/// <param name="Supports">Support in force from each decision's effective day, in register order.</param>
/// <param name="Contracts">Signed values of contracts and appendices by day.</param>
/// <param name="Entries">Every entry with its verdict.</param>
/// <param name="ClosedYears">Closed budget years, as far as they were asked for.</param>
public sealed record ProjectBook(
    Project Project, IReadOnlyList<(DateOnly Day, Vnd Support)> Supports, IReadOnlyList<(DateOnly Day, Vnd Value)> Contracts,
    IReadOnlyList<MoneyEntry> Entries, IReadOnlyCollection<int> ClosedYears)
{
    /// <summary>What was found due at the acceptance, and on which day.</summary>
    public (DateOnly Day, Vnd Amount)? Accepted { get; init; }

    /// <summary>The effective day of the decision that approved the project; the first day of all while there is none.</summary>
    public DateOnly DecidedOn => Supports.Count == 0 ? DateOnly.MinValue : Supports.Min(s => s.Day);

    /// <summary>The project over time with these entries.</summary>
    public ProjectTimeline With(IEnumerable<MoneyEntry> entries) => new(Supports, Contracts, [.. entries.Select(e => (e.Date, e.Effect))]) { Accepted = Accepted };
}
