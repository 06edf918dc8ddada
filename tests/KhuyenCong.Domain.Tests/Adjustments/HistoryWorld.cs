using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using Xunit;

namespace KhuyenCong.Domain.Tests.Adjustments;

/// <summary>
/// A plan of three projects and its budgets, moved by the rules alone, beside a book of its own that only adds up what
/// each decision and each entry changed.
/// </summary>
internal sealed class HistoryWorld
{
    private const int Proposer = 1, Accountant = 2;
    private static readonly Actor By = Actor.System("Kiểm thử");
    private static readonly DateTime At = new(2024, 12, 28, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Start = new(2024, 12, 28);

    private readonly Plan _plan = Domain.Tests.Plans.Plans.In(PlanStatus.Approved);
    private readonly List<Project> _projects = [];
    private readonly List<BookLine> _book = [];
    private readonly List<Change> _changes = [];
    private readonly Dictionary<(int Year, FundingSource Source), Allotment> _budgets = [];
    private readonly HashSet<int> _closed = [];
    private readonly List<(FundingSource Source, Vnd Allotted, Vnd Allocated, YearClosingLine Line)> _closing = [];
    private readonly Dictionary<Project, (DateOnly Day, Vnd Amount)> _accepted = [];
    private (Vnd Spent, int Decided) _closedAs;
    private DateOnly _today = Start, _day = Start;

    public HistoryWorld()
    {
        foreach (var (year, source, allotted) in new[] { (2024, FundingSource.Local, 330), (2024, FundingSource.National, 120), (2025, FundingSource.Local, 150) })
        {
            BudgetOf(year, source).Add(PaperOf(new Vnd(allotted), Start));
        }

        for (var i = 0; i < 3; i++)
        {
            var terms = new ProjectTerms { Name = $"{i}", BeneficiaryText = "A", ImplementingUnit = "B", StartMonth = Start, EndMonth = Start.AddMonths(8), AreaScope = AreaScope.WholeProvince };
            terms.SetFunding(FundingSource.Local, 2024, new Vnd(100));
            Enter(terms, DecisionOf());
            _budgets[(2024, FundingSource.Local)].Allocate(new Vnd(100));
        }

        _projects[0].Start(By, At);
        Contract(1, 90);
        Begin(1);
    }

    /// <summary>How often each thing was done and not refused.</summary>
    public Dictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    public void NextDay() => _today = _day = _today.AddDays(1);

    /// <summary>What is done next counts from so many days ago.</summary>
    public void Date(int back)
    {
        _day = _today.AddDays(-back);
        if (_day < Start) _day = Start;
    }

    /// <summary>A paper raises a budget or, below zero, lowers it.</summary>
    public void Allot(int pick, long amount)
    {
        var (year, source) = pick % 2 == 0 ? (2024, FundingSource.Local) : (2025, FundingSource.Local);
        if (_closed.Contains(year) || _closed.Contains(_day.Year)) return;
        var (budget, change, before) = (BudgetOf(year, source), new Vnd(amount), TimelineOf(year, source));
        if (AllotmentRules.WhyNotChange(budget, change, _day, before with { Allotted = [.. before.Allotted, (_day, change)] }).Count > 0) return;
        budget.Add(PaperOf(change, _day));
        Count(amount < 0 ? "Lower budget" : "Allot");
    }

    /// <summary>One adjustment of one or two lines, submitted and decided when the rules refuse nothing.</summary>
    public void Adjust(params IReadOnlyList<(AdjustmentKind Kind, int Pick, long Amount)> wishes)
    {
        var adjustment = new Adjustment { PlanId = 0, Ordinal = 1, Reason = "r", CreatedById = 1 };
        foreach (var (kind, pick, amount) in wishes) adjustment.Lines.Add(LineOf(kind, _projects[pick % _projects.Count], amount, adjustment.Lines.Count + 1));
        var projects = _projects.ToDictionary(p => p.Id, p => new AdjustedProject(p, TermsOf(p, _today)));
        var effects = AdjustmentEffect.All(adjustment, projects, _plan);
        var budgets = new AdjustmentLimits([.. _budgets.Values.Select(b => (b.Year, b.Free))], _closed, [], _today);
        if (AdjustmentRules.WhyNotSubmit(adjustment, _plan, effects, budgets).Count > 0) return;
        adjustment.Move(AdjustmentAction.Submit, By, At);
        Assert.Empty(AdjustmentRules.WhyNotApprove(adjustment, _plan, effects, budgets));
        if (WhyNotDated(effects).Any()) return;
        var free = _budgets.ToDictionary(b => b.Key, b => b.Value.Unallocated);
        Carry(adjustment, effects);

        // Who is carried over takes the budget along: nothing becomes free, and nobody else pays for it.
        if (wishes.All(w => w.Kind == AdjustmentKind.MoveToNextYear)) Assert.All(_budgets, b => Assert.Equal(free.GetValueOrDefault(b.Key), b.Value.Unallocated));
        foreach (var (kind, _, _) in wishes) Count(kind.ToString());
        if (_day < _today) Count("Dated back");
    }

    /// <summary>A project gives back all that it may.</summary>
    public void GiveBack(int pick)
    {
        var project = _projects[pick % _projects.Count];
        var (spent, due) = (project.Posted + project.Pending, project.Settled ?? project.AcceptedSupport ?? Vnd.Zero);
        Adjust((AdjustmentKind.LowerSupport, pick, (project.Support - (spent > due ? spent : due)).Dong));
    }

    /// <summary>
    /// Ends the year as its check list asks: what waits is turned down, what is left of each project is carried over or
    /// given back, and when the rules refuse nothing the year is closed; half of what no project takes is carried over.
    /// </summary>
    public void Close(long wish)
    {
        if (_closed.Count > 0) return;
        if (_today.Year == 2024) _today = new DateOnly(2025, 1, 1);
        _day = _today;
        while (_book.Exists(b => b.Entry.Verdict is null)) Decide(0, posts: false);
        for (var i = 0; i < _projects.Count; i++)
        {
            if ((wish + i) % 2 == 0) Adjust((AdjustmentKind.MoveToNextYear, i, 1));
            var rest = _projects[i].Support - _projects[i].Posted;
            if (rest.IsZero || YearOf(2024).All(p => p.Id != _projects[i].Id || p.Remaining.IsZero)) continue;
            if (_projects[i].Contracted is { } contracted && contracted > _projects[i].Posted) Contract(i, (_projects[i].Posted - contracted).Dong);
            Adjust((AdjustmentKind.LowerSupport, i, rest.Dong));
        }

        var budgets = _budgets.Where(b => b.Key.Year == 2024).Select(b => b.Value).ToList();
        var account = new YearAccount(2024) { Projects = YearOf(2024), Budgets = [.. budgets.Select(b => b.Free)] };
        if (YearClosingRules.WhyNotClose(account, _today).Count > 0) return;
        foreach (var budget in budgets)
        {
            var (disbursed, carried) = (account.Disbursed(budget.Source), new Vnd(budget.Unallocated.Dong / 2));
            Assert.Empty(YearClosingRules.WhyNotCarry(account, budget.Free, carried));
            _closing.Add((budget.Source, budget.Allotted, budget.Allocated, new YearClosingLine
            {
                Source = budget.Source, Allotted = budget.Allotted, Disbursed = disbursed, CarriedOver = carried, Cancelled = budget.Allotted - disbursed - carried,
            }));
            if (!carried.IsZero) BudgetOf(2025, budget.Source).Add(PaperOf(carried, _today));
        }

        _closed.Add(2024);
        _closedAs = In(2024);
        Count("Close");
    }

    /// <summary>A contract, or below zero an appendix that lowers it.</summary>
    public void Contract(int pick, long value)
    {
        var project = _projects[pick % _projects.Count];
        var kind = value < 0 ? ContractKind.Appendix : ContractKind.Contract;
        var book = BookOf(project);
        if (ProjectRules.WhyNotContract(project, kind, new Vnd(value), _day, book.DecidedOn, _today).Count > 0 || LedgerRules.WhyNotSign(book, new Vnd(value), _day).Count > 0) return;
        project.Sign(ContractOf(new Vnd(value), kind), By, At);
        Count(kind.ToString());
    }

    public void Begin(int pick)
    {
        var project = _projects[pick % _projects.Count];
        if (ProjectRules.WhyNotStart(project, contractRequired: false, "ND9").Count == 0) project.Start(By, At);
    }

    public void Accept(int pick, long accepted)
    {
        var project = _projects[pick % _projects.Count];
        if (LedgerRules.WhyNotAccept(BookOf(project), _day, new Vnd(accepted), _today).Count > 0) return;
        _accepted.Add(project, (_day, new Vnd(accepted)));
        project.Accept(new Acceptance { ProjectId = project.Id, Date = _day, Finding = "Đạt", MinutesNumber = "1", AcceptedSupport = new Vnd(accepted), RecordedById = 1, RecordedAt = At }, By, At);
        Count("Accept");
    }

    /// <summary>Accepted is what was disbursed and no more.</summary>
    public void AcceptSpent(int pick) => Accept(pick, _projects[pick % _projects.Count].Posted.Dong);

    public void Propose(MoneyEntryKind kind, int pick, long amount)
    {
        var project = _projects[pick % _projects.Count];
        Propose(project, EntryOf(project, kind, new Vnd(amount), null, null), kind.ToString());
    }

    /// <summary>Found due: what was paid out, or a little more.</summary>
    public void Settle(int pick, long more) => Propose(MoneyEntryKind.Settlement, pick, _projects[pick % _projects.Count].Posted.Dong + more);

    /// <summary>Undoes one of a project's entries, which may be one that cannot be undone.</summary>
    public void Reverse(int pick, int which)
    {
        var project = _projects[pick % _projects.Count];
        List<BookLine> own = [.. _book.Where(b => b.Project == project)];
        if (own.Count == 0) return;
        var undone = own[which % own.Count].Entry;
        if (MoneyRules.WhyNotReverse(undone, own.Select(b => b.Entry), "Ghi nhầm").Count > 0) return;
        Propose(project, EntryOf(project, MoneyEntryKind.Reversal, undone.Amount, undone, null), "Reversal");
    }

    /// <summary>The accountant's word on an entry that waits.</summary>
    public void Decide(int which, bool posts)
    {
        List<BookLine> waiting = [.. _book.Where(b => b.Entry.Verdict is null)];
        if (waiting.Count == 0) return;
        var (project, entry) = waiting[which % waiting.Count];
        if (posts && LedgerRules.WhyNotPost(BookOf(project), entry, Accountant).Count > 0) return;
        project.Settle(entry, posts, By, At);
        if (posts && _closed.Count > 0 && entry.Effect.IsNegative && project.Terms.Any(t => t.Funding.Any(f => f.Year == 2024 && f.Amount > Vnd.Zero))) Count("Back after closing");
        _book[_book.FindIndex(b => b.Entry == entry)] = new(project, EntryOf(project, entry.Kind, entry.Amount, null, posts, entry));
        Count(posts ? "Post" : "Reject");
    }

    /// <summary>DOMAIN.md §7, from the rows and from the book.</summary>
    public void Check()
    {
        foreach (var ((year, source), budget) in _budgets)
        {
            Assert.True(budget.Allocated >= Vnd.Zero && budget.Allocated <= budget.Allotted, "0 ≤ allocated ≤ allotted");
            Assert.Equal(_projects.Sum(p => TermsOf(p, _today).Funding.Where(f => f.Year == year && f.Source == source).Sum(f => f.Amount)), budget.Allocated);
        }

        foreach (var (source, allotted, allocated, line) in _closing)
        {
            // What is closed stays as it was, and every đồng of it is disbursed, carried over or cancelled.
            Assert.Equal((allotted, allocated), (_budgets[(2024, source)].Allotted, _budgets[(2024, source)].Allocated));
            Assert.Equal(line.Allotted, line.Disbursed + line.CarriedOver + line.Cancelled);
            Assert.False(line.CarriedOver.IsNegative || line.Cancelled.IsNegative);
            Assert.Equal(allocated, line.Disbursed);
        }

        // Nothing is dated into what is closed.
        if (_closed.Count > 0) Assert.Equal(_closedAs, In(2024));

        foreach (var project in _projects) Check(project, [.. _book.Where(b => b.Project == project).Select(b => b.Entry)]);
        for (var day = Start; day <= _today; day = day.AddDays(1)) CheckAsOf(day);
    }

    private void Check(Project project, List<MoneyEntry> entries)
    {
        Vnd Posted(MoneyEntryKind kind) => entries.Where(e => e.Verdict is { Posted: true } && (e.ReversedKind ?? e.Kind) == kind).Sum(e => e.Kind == MoneyEntryKind.Reversal ? -e.Amount : e.Amount);
        Vnd Waiting(Func<MoneyEntry, bool> which) => entries.Where(e => e.Verdict is null && which(e)).Sum(e => e.Amount);

        var terms = TermsOf(project, _today);
        Assert.All(terms.Funding, f => Assert.False(f.Amount.IsNegative));
        Assert.Equal(terms.Support, project.Support);
        Assert.Equal(Posted(MoneyEntryKind.Advance) + Posted(MoneyEntryKind.Payment) - Posted(MoneyEntryKind.Recovery), project.Posted);
        Assert.Equal((Posted(MoneyEntryKind.Advance), Posted(MoneyEntryKind.Payment), Posted(MoneyEntryKind.Recovery), Posted(MoneyEntryKind.Clearing)), (project.Advanced, project.Paid, project.Recovered, project.Cleared));
        Assert.Equal(entries.Where(e => e.Verdict is { Posted: true }).Sum(e => e.Effect), project.Posted);
        Assert.True(project.Posted >= Vnd.Zero && project.Posted + project.Pending <= project.DisbursementLimit && project.DisbursementLimit <= project.Support, "0 ≤ posted + pending ≤ contracted ≤ support");
        Assert.Equal(project.Contracts.Count == 0 ? null : project.Contracts.Sum(c => c.Value), project.Contracted);
        Assert.True(project.Cleared <= project.Advanced, "cleared ≤ advanced");
        Assert.True((project.AcceptedSupport ?? Vnd.Zero) <= project.Support && (project.Settled ?? Vnd.Zero) <= (project.AcceptedSupport ?? Vnd.Zero), "settled ≤ accepted ≤ support");
        Assert.Equal(Waiting(e => e.Kind == MoneyEntryKind.Clearing), project.PendingClearing);
        Assert.Equal(Waiting(e => e.Kind != MoneyEntryKind.Clearing && e.Effect > Vnd.Zero), project.Pending);
        Assert.Equal(Waiting(e => e.Kind != MoneyEntryKind.Clearing && e.Effect.IsNegative), project.PendingRecovery);
    }

    // As whoever records the decision asks: of the year and the projects, and of each budget that it moves.
    private IEnumerable<Refusal> WhyNotDated(IReadOnlyList<AdjustmentEffect> effects) =>
    [
        .. DecisionDayRules.WhyNotYear(_day, _closed.Contains(_day.Year)),
        .. effects.Where(e => e.Of is not null && e.Of.Project.Terms.Any(t => t.EffectiveFrom > _day))
            .Select(e => new AdjustmentRefusals.LaterDecision(e.Of!.Project.Id, e.Of.Terms.Name, "1", _today)),
        .. effects.Where(e => e.Of is not null).SelectMany(e => DecisionDayRules.WhyNotProject(_day, e, BookOf(e.Of!.Project).With(PostedOf(e.Of.Project)))),
        .. BudgetMove.All(effects).SelectMany(m => DecisionDayRules.WhyNotBudget(_day, m, TimelineOf(m.Year, m.Source))),
    ];

    private ProjectBook BookOf(Project project) => new(
        project, [.. project.Terms.Select(t => (t.EffectiveFrom!.Value, t.Support))], [.. project.Contracts.Select(c => (c.SignedOn, c.Value))],
        [.. _book.Where(b => b.Project == project).Select(b => b.Entry)], _closed)
    {
        Accepted = _accepted.TryGetValue(project, out var accepted) ? accepted : null,
    };

    private IEnumerable<MoneyEntry> PostedOf(Project project) => _book.Where(b => b.Project == project && b.Entry.IsPosted).Select(b => b.Entry);

    private AllotmentTimeline TimelineOf(int year, FundingSource source) => new(
        [.. BudgetOf(year, source).Papers.Select(p => (p.IssuedOn!.Value, p.Amount))],
        [.. _changes.Where(c => c.Year == year && c.Source == source).Select(c => (c.Day, c.Amount))]);

    // What was disbursed and how many terms were decided on days of a year.
    private (Vnd Spent, int Decided) In(int year) => (
        _book.Where(b => b.Entry.IsPosted && b.Entry.Date.Year == year).Sum(b => b.Entry.Effect), _projects.Sum(p => p.Terms.Count(t => t.EffectiveFrom!.Value.Year == year)));

    private Allotment BudgetOf(int year, FundingSource source)
    {
        if (!_budgets.TryGetValue((year, source), out var budget)) _budgets.Add((year, source), budget = new Allotment { Year = year, Source = source });
        return budget;
    }

    private IReadOnlyList<YearProject> YearOf(int year) =>
    [
        .. _projects.Select(p => (Project: p, Terms: TermsOf(p, _today))).SelectMany(p => p.Terms.Funding.Where(f => f.Year == year), (p, share) => new YearProject(
            p.Project.Id, 1, p.Project.Code, p.Terms.Name, share.Source, p.Terms.Funding.Where(f => f.Year < year).Sum(f => f.Amount), share.Amount,
            p.Terms.Funding.Where(f => f.Year > year).Sum(f => f.Amount), p.Project.Posted)
        {
            Pending = p.Project.Pending, PendingRecovery = p.Project.PendingRecovery, PendingClearing = p.Project.PendingClearing,
        }),
    ];

    // The terms of a day are those of its latest decision; the replay adds up what every decision until then changed.
    private void CheckAsOf(DateOnly day)
    {
        foreach (var project in _projects)
        {
            var shares = project.Terms.Any(t => t.EffectiveFrom <= day)
                ? TermsOf(project, day).Funding.Where(f => !f.Amount.IsZero).Select(f => (f.Year, f.Source, f.Amount)).Order()
                : Enumerable.Empty<(int, FundingSource, Vnd)>();
            var replayed = _changes.Where(c => c.Project == project && c.Day <= day).GroupBy(c => (c.Year, c.Source))
                .Select(g => (g.Key.Year, g.Key.Source, Amount: g.Sum(c => c.Amount))).Where(s => !s.Amount.IsZero).Order();
            Assert.Equal(replayed, shares);
            CheckLimitsOn(day, project);
        }

        foreach (var ((year, source), budget) in _budgets)
        {
            var allocated = _changes.Where(c => c.Year == year && c.Source == source && c.Day <= day).Sum(c => c.Amount);
            Assert.True(allocated <= budget.Papers.Where(p => p.IssuedOn <= day).Sum(p => p.Amount), "allocated ≤ allotted on every day");
        }
    }

    // Added up here once more: what the rules read by must not vouch for itself.
    private void CheckLimitsOn(DateOnly day, Project project)
    {
        List<MoneyEntry> posted = [.. PostedOf(project).Where(e => e.Date <= day)];
        var contracts = project.Contracts.Where(c => c.SignedOn <= day).ToList();
        var (support, spent) = (_changes.Where(c => c.Project == project && c.Day <= day).Sum(c => c.Amount), posted.Sum(e => e.Effect));
        Assert.True(spent >= Vnd.Zero && spent <= support, "0 ≤ disbursed ≤ support on every day");
        Assert.True(contracts.Count == 0 || (spent <= contracts.Sum(c => c.Value) && contracts.Sum(c => c.Value) <= support), "disbursed ≤ contracted ≤ support on every day");
        Assert.True(!_accepted.TryGetValue(project, out var accepted) || accepted.Day > day || spent <= accepted.Amount, "disbursed ≤ accepted on every day since");
        Assert.True(posted.Sum(e => e.AddsTo(MoneyEntryKind.Clearing)) <= posted.Sum(e => e.AddsTo(MoneyEntryKind.Advance)), "cleared ≤ advanced on every day");
    }

    private void Carry(Adjustment adjustment, IReadOnlyList<AdjustmentEffect> effects)
    {
        var decision = DecisionOf();
        foreach (var effect in effects)
        {
            if (effect.Of is null)
            {
                Enter(effect.After, decision);
                continue;
            }

            var project = effect.Of.Project;
            effect.After.Decide(decision);
            project.Terms.Add(effect.After);
            foreach (var (source, year, change) in effect.Budget) _changes.Add(new(project, _day, year, source, change));
            var lost = effect.Stops ? project.Stop(By, At, "Xin thôi") : project.Adjust(effect.After.Support, effect.After.Funding.MaxBy(f => f.Amount)!.Source);
            if (lost.IsZero) continue;
            project.Contracts.Add(ContractOf(lost, ContractKind.Termination));
            if (!effect.Stops) Count("Ended contract");
        }

        foreach (var move in BudgetMove.All(effects))
        {
            var budget = BudgetOf(move.Year, move.Source);
            if (move.Allocated.IsNegative) budget.Release(-move.Allocated);
            if (!move.Allotted.IsZero) budget.Add(PaperOf(move.Allotted, _day));
            if (move.Allocated > Vnd.Zero) budget.Allocate(move.Allocated);
        }

        adjustment.Approve(decision, By, At);
    }

    private void Enter(ProjectTerms terms, Decision decision)
    {
        terms.Decide(decision);
        var project = new Project { Id = _projects.Count + 1, Code = "KC", Ordinal = 1, Terms = { terms } };
        project.Approve(terms.Support, terms.Funding.First().Source, By, At);
        foreach (var share in terms.Funding) _changes.Add(new(project, _day, share.Year, share.Source, share.Amount));
        _projects.Add(project);
    }

    private void Propose(Project project, MoneyEntry entry, string what)
    {
        if (LedgerRules.WhyNotPropose(BookOf(project), entry, _today).Count > 0) return;
        project.Propose(entry);
        _book.Add(new(project, entry));
        Count(what);
        if (_day < _today) Count("Entry dated back");
    }

    private static AdjustmentLine LineOf(AdjustmentKind kind, Project project, long amount, int ordinal)
    {
        AdjustmentLine Line(int? projectId) => new() { Ordinal = ordinal, Kind = kind, ProjectId = projectId, Reason = "r", AreaScope = AreaScope.WholeProvince };
        var line = Line(kind == AdjustmentKind.AddProject ? null : project.Id);
        switch (kind)
        {
            case AdjustmentKind.RaiseSupport or AdjustmentKind.LowerSupport: line.Support = project.Support + new Vnd(kind == AdjustmentKind.RaiseSupport ? amount : -amount); break;
            case AdjustmentKind.StopProject: (line.PlannedRecovery, line.RecoverBy) = (project.Posted, Start.AddYears(1)); break;
            case AdjustmentKind.ReplaceBeneficiary: line.BeneficiaryText = amount.ToString(CultureInfo.InvariantCulture); break;
            case AdjustmentKind.MoveSource: line.Source = amount % 2 == 0 ? FundingSource.National : FundingSource.Local; break;
            case AdjustmentKind.ChangeDates: line.EndMonth = Start.AddMonths((int)amount); break;
            case AdjustmentKind.AddProject:
                (line.Name, line.BeneficiaryText, line.ImplementingUnit, line.Support) = ("Mới", "A", "B", new Vnd(amount));
                (line.CategoryId, line.StartMonth, line.EndMonth) = (1, Start, Start.AddMonths(6));
                break;
        }

        return line;
    }

    private static ProjectTerms TermsOf(Project project, DateOnly day) => project.Terms.Where(t => t.EffectiveFrom <= day).OrderBy(t => t.EffectiveFrom).Last();

    private static AllotmentPaper PaperOf(Vnd amount, DateOnly day) => new() { Number = "1", Amount = amount, IssuedOn = day, RecordedById = 1, RecordedAt = At };

    private Decision DecisionOf() => new()
    {
        Kind = DecisionKind.Adjust, Number = "1", Year = 2024, EffectiveFrom = _day, RecordedAt = At, RecordedById = 1, IssuingBodyId = 1, Signatory = "A", SignatoryTitle = "B",
    };

    private Contract ContractOf(Vnd value, ContractKind kind) =>
        new() { Number = "1", SignedOn = _day, Kind = kind, Value = value, Beneficiary = null, RecordedById = 1, RecordedAt = At };

    // An entry is never changed: with the accountant's word it is the same entry once more.
    private MoneyEntry EntryOf(Project project, MoneyEntryKind kind, Vnd amount, MoneyEntry? undone, bool? posted, MoneyEntry? same = null) => new()
    {
        Id = same?.Id ?? _book.Count + 1, ProjectId = project.Id, Kind = kind, Amount = amount, Date = same?.Date ?? _day, Voucher = "1", ProposedById = Proposer, ProposedByName = "A",
        ProposedAt = At, FormKey = same?.FormKey ?? Guid.NewGuid(), ReversesId = same?.ReversesId ?? undone?.Id, ReversedKind = same?.ReversedKind ?? undone?.Kind,
        LateReason = "Thu hồi muộn", Note = "Ghi nhầm",
        Verdict = posted is { } word ? new MoneyVerdict { EntryId = 0, Posted = word, ById = Accountant, ByName = "B", At = At } : null,
    };

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;

    private sealed record BookLine(Project Project, MoneyEntry Entry);

    private sealed record Change(Project Project, DateOnly Day, int Year, FundingSource Source, Vnd Amount);
}
