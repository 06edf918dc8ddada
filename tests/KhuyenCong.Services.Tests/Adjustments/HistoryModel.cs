using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>What the plan must look like: kept by adding up what was told done, without looking at the database.</summary>
internal sealed class HistoryModel
{
    private readonly List<(int Project, DateOnly Day, int Year, Vnd Change, int Adjustment)> _changes = [];
    private readonly List<(int Project, DateOnly Day, Vnd Value)> _contracts = [];
    private readonly List<Entry> _entries = [];
    private readonly List<(int Year, DateOnly Day, Vnd Amount)> _papers = [];
    private readonly List<(DateOnly Day, Vnd Amount)> _otherPlans = [];
    private readonly Dictionary<int, (DateOnly Day, Vnd Amount)> _accepted = [];
    private readonly List<(int Id, DateOnly Day)> _adjustments = [];
    private readonly HashSet<int> _stopped = [];

    public IEnumerable<int> Projects => _changes.Select(c => c.Project).Distinct();

    public IEnumerable<DateOnly> Days => _changes.Select(c => c.Day).Distinct();

    public IEnumerable<int> Waiting => _entries.Where(e => e.Posted is null).Select(e => e.Id);

    /// <summary>Posted entries, which may have been undone already.</summary>
    public IReadOnlyList<Entry> Posted() => [.. _entries.Where(e => e.Posted == true)];

    /// <summary>Decided adjustments, in the order of the register.</summary>
    public IReadOnlyList<(int Id, DateOnly Day)> Adjustments => _adjustments;

    public IReadOnlyDictionary<int, (DateOnly Day, Vnd Amount)> Accepted => _accepted;

    public IEnumerable<DateOnly> PaperDays => _papers.Select(p => p.Day);

    public Vnd Effects => _changes.Sum(c => c.Change) + _otherPlans.Sum(p => p.Amount);

    /// <summary>What follows is what this adjustment does; its id grows with the register.</summary>
    public void Decide(int adjustment, DateOnly day) => _adjustments.Add((adjustment, day));

    public void Accept(int project, DateOnly day, Vnd amount) => _accepted.Add(project, (day, amount));

    /// <summary>Another plan of 2024 was approved.</summary>
    public void Approve(DateOnly day, Vnd support) => _otherPlans.Add((day, support));

    /// <summary>The plan's support before and after an adjustment: what was decided for an earlier day, or earlier for its own.</summary>
    public (Vnd Before, Vnd After) Around(int place)
    {
        var day = _adjustments[place].Day;
        var earlier = _adjustments.Take(place).Where(a => a.Day <= day).Select(a => a.Id).Append(0).Concat(_adjustments.Where(a => a.Day < day).Select(a => a.Id)).ToHashSet();
        var before = _changes.Where(c => earlier.Contains(c.Adjustment)).Sum(c => c.Change);
        return (before, before + _changes.Where(c => c.Adjustment == _adjustments[place].Id).Sum(c => c.Change));
    }

    public void Change(int project, DateOnly day, int year, Vnd change) => _changes.Add((project, day, year, change, _adjustments.Count == 0 ? 0 : _adjustments[^1].Id));

    public void Contract(int project, DateOnly day, Vnd value) => _contracts.Add((project, day, value));

    public void Propose(int project, int entry, DateOnly day, Vnd effect) => _entries.Add(new(project, entry, day, effect, null));

    public void Allot(int year, DateOnly day, Vnd amount) => _papers.Add((year, day, amount));

    public void Decide(int entry, bool posted)
    {
        var place = _entries.FindIndex(e => e.Id == entry);
        _entries[place] = _entries[place] with { Posted = posted };
    }

    /// <summary>Raises in the latest budget year, or lowers from the latest back; of a stopped project the contracts follow.</summary>
    public void SetSupport(int project, DateOnly day, Vnd support)
    {
        var change = support - Support(project);
        foreach (var year in Years(project).OrderDescending())
        {
            var part = -change > Share(project, year) ? -Share(project, year) : change;
            if (!part.IsZero) Change(project, day, year, part);
            change -= part;
        }

        if ((_stopped.Contains(project) || _accepted.ContainsKey(project)) && Contracted(project) is { } contracted && contracted > support) Contract(project, day, support - contracted);
    }

    public void CarryOver(int project, DateOnly day)
    {
        var (year, rest) = (Years(project).Max(), Support(project) - Posted(project));
        Change(project, day, year, -rest);
        Change(project, day, year + 1, rest);

        // The budget it has not used goes along.
        Allot(year, day, -rest);
        Allot(year + 1, day, rest);
    }

    /// <summary>The work ends; so do the contracts, at what is out.</summary>
    public void Stop(int project, DateOnly day)
    {
        _stopped.Add(project);
        SetSupport(project, day, Posted(project));
    }

    public bool IsStopped(int project) => _stopped.Contains(project);

    public bool Exists(int project, DateOnly day) => _changes.Exists(c => c.Project == project && c.Day <= day);

    public Vnd Support(int project, DateOnly? day = null) => _changes.Where(c => c.Project == project && IsBy(c.Day, day)).Sum(c => c.Change);

    public Vnd Share(int project, int year) => _changes.Where(c => c.Project == project && c.Year == year).Sum(c => c.Change);

    public Vnd Allocated(int year, DateOnly? day = null) =>
        _changes.Where(c => c.Year == year && IsBy(c.Day, day)).Sum(c => c.Change) + (year == 2024 ? _otherPlans.Where(p => IsBy(p.Day, day)).Sum(p => p.Amount) : Vnd.Zero);

    public Vnd Allotted(int year, DateOnly? day = null) => _papers.Where(p => p.Year == year && IsBy(p.Day, day)).Sum(p => p.Amount);

    public Vnd? Contracted(int project, DateOnly? day = null) =>
        _contracts.Where(c => c.Project == project && IsBy(c.Day, day)).Select(c => c.Value).ToList() is { Count: > 0 } values ? values.Sum(v => v) : null;

    public Vnd Posted(int project, DateOnly? day = null) =>
        _entries.Where(e => e.Project == project && e.Posted == true && IsBy(e.Day, day)).Sum(e => e.Effect);

    public Vnd Pending(int project, bool recovery) =>
        _entries.Where(e => e.Project == project && e.Posted is null && e.Effect.IsNegative == recovery).Sum(e => recovery ? -e.Effect : e.Effect);

    public int BudgetYear(int project) => Years(project).Max();

    // Years that pay nothing any more pay nothing again.
    private IEnumerable<int> Years(int project) => _changes.Where(c => c.Project == project).Select(c => c.Year).Distinct()
        .Where(y => !Share(project, y).IsZero).DefaultIfEmpty(_changes.Where(c => c.Project == project).Max(c => c.Year));

    private static bool IsBy(DateOnly day, DateOnly? asked) => asked is null || day <= asked;

    /// <summary>An entry with what it does to the disbursed amount; not posted while it waits, and never when it was rejected.</summary>
    public sealed record Entry(int Project, int Id, DateOnly Day, Vnd Effect, bool? Posted);
}
