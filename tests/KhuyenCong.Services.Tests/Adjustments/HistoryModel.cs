using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>What the plan must look like: kept by adding up what was told done, without looking at the database.</summary>
internal sealed class HistoryModel
{
    private readonly List<(int Project, DateOnly Day, int Year, Vnd Change)> _changes = [];
    private readonly List<(int Project, DateOnly Day, Vnd Value)> _contracts = [];
    private readonly List<(int Project, int Entry, DateOnly Day, MoneyEntryKind Kind, Vnd Amount, bool? Posted)> _entries = [];

    public IEnumerable<int> Projects => _changes.Select(c => c.Project).Distinct();

    public IEnumerable<DateOnly> Days => _changes.Select(c => c.Day).Distinct();

    public IEnumerable<int> Waiting => _entries.Where(e => e.Posted is null).Select(e => e.Entry);

    public Vnd Effects => _changes.Sum(c => c.Change);

    public void Change(int project, DateOnly day, int year, Vnd change) => _changes.Add((project, day, year, change));

    public void Contract(int project, DateOnly day, Vnd value) => _contracts.Add((project, day, value));

    public void Propose(int project, int entry, DateOnly day, MoneyEntryKind kind, Vnd amount) => _entries.Add((project, entry, day, kind, amount, null));

    public void Decide(int entry, bool posted)
    {
        var place = _entries.FindIndex(e => e.Entry == entry);
        _entries[place] = _entries[place] with { Posted = posted };
    }

    /// <summary>Raises in the latest budget year, or lowers from the latest back.</summary>
    public void SetSupport(int project, DateOnly day, Vnd support)
    {
        var change = support - Support(project);
        foreach (var year in Years(project).OrderDescending())
        {
            var part = -change > Share(project, year) ? -Share(project, year) : change;
            if (!part.IsZero) Change(project, day, year, part);
            change -= part;
        }
    }

    public void CarryOver(int project, DateOnly day)
    {
        var (year, rest) = (Years(project).Max(), Support(project) - Posted(project));
        Change(project, day, year, -rest);
        Change(project, day, year + 1, rest);
    }

    /// <summary>The work ends; so do the contracts, at what is out.</summary>
    public void Stop(int project, DateOnly day)
    {
        SetSupport(project, day, Posted(project));
        if (Contracted(project) is { } contracted) Contract(project, day, Posted(project) - contracted);
    }

    public bool Exists(int project, DateOnly day) => _changes.Exists(c => c.Project == project && c.Day <= day);

    public Vnd Support(int project, DateOnly? day = null) => _changes.Where(c => c.Project == project && IsBy(c.Day, day)).Sum(c => c.Change);

    public Vnd Share(int project, int year) => _changes.Where(c => c.Project == project && c.Year == year).Sum(c => c.Change);

    public Vnd Allocated(int year) => _changes.Where(c => c.Year == year).Sum(c => c.Change);

    public Vnd? Contracted(int project, DateOnly? day = null) =>
        _contracts.Where(c => c.Project == project && IsBy(c.Day, day)).Select(c => c.Value).ToList() is { Count: > 0 } values ? values.Sum(v => v) : null;

    public Vnd Posted(int project, DateOnly? day = null) =>
        _entries.Where(e => e.Project == project && e.Posted == true && IsBy(e.Day, day)).Sum(e => e.Kind.Effect(e.Amount));

    public Vnd Pending(int project, bool recovery) =>
        _entries.Where(e => e.Project == project && e.Posted is null && e.Kind == MoneyEntryKind.Recovery == recovery).Sum(e => e.Amount);

    // Years that pay nothing any more pay nothing again.
    private IEnumerable<int> Years(int project) => _changes.Where(c => c.Project == project).Select(c => c.Year).Distinct()
        .Where(y => !Share(project, y).IsZero).DefaultIfEmpty(_changes.Where(c => c.Project == project).Max(c => c.Year));

    private static bool IsBy(DateOnly day, DateOnly? asked) => asked is null || day <= asked;
}
