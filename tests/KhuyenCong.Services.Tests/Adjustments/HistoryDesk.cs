using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>Does a step of a history through the services, tells the model what was done, and compares.</summary>
internal sealed class HistoryDesk : IAsyncDisposable
{
    private static readonly DateOnly Approved = new(2024, 3, 1);

    private readonly AdjustmentDesk _desk;
    private readonly HistoryModel _model = new();
    private int _papers;
    private (Vnd Allotted, Vnd Allocated)? _closed;

    private HistoryDesk(AdjustmentDesk desk)
    {
        _desk = desk;
        _model.Change(desk.First, Approved, 2024, Vnd.Million(100));
        _model.Change(desk.Second, Approved, 2024, Vnd.Million(100));
        _model.Allot(2024, Vnd.Million(300));
    }

    /// <summary>How often each thing was done and not refused.</summary>
    public Dictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    private DateOnly Today => _desk.Plans.Portal.Clock.Today();

    /// <summary>With money out of the first project, and a budget for the next year.</summary>
    public static async Task<HistoryDesk> OpenAsync(AdjustmentDesk like)
    {
        var desk = new HistoryDesk(await like.CopyAsync());
        await desk.AllotAsync(2025, 120);
        await desk.ContractAsync(0, 90);
        await desk.ProposeAsync(MoneyEntryKind.Advance, 0, 40, 10, validate: true);
        return desk;
    }

    /// <summary>Drafts, submits, endorses and approves; whatever is refused on the way stays where it is.</summary>
    public async Task AdjustAsync(int daysBack, params (AdjustmentKind Kind, int Pick, long Million)[] wishes)
    {
        _desk.Plans.Portal.Clock.Advance(TimeSpan.FromDays(1));
        var day = Today.AddDays(-daysBack);
        var lines = wishes.Select(w => (w.Kind, Project: Pick(w.Pick), Line: LineOf(w.Kind, Pick(w.Pick), w.Million))).ToList();
        var made = await _desk.DoAsync((AdjustmentDraftService s) => s.StartAsync(_desk.Plans.Clerk, _desk.Plan, new AdjustmentRequest { Reason = "Điều chỉnh" }, CancellationToken.None));

        // Once its year is closed and all its projects have ended, the plan is closed too and takes no adjustment.
        if (!IsDone(made)) return;
        foreach (var (_, _, line) in lines) if (!IsDone(await _desk.AddAsync(made.Value, line))) return;
        if (!IsDone(await _desk.SubmitAsync(made.Value)) || !IsDone(await _desk.EndorseAsync(made.Value))) return;
        if (!IsDone(await _desk.ApproveAsync(made.Value, ViDates.Day(day)))) return;
        foreach (var (kind, project, line) in lines) await TellAsync(kind, project, line, day);
    }

    public async Task ContractAsync(int pick, long million)
    {
        var project = Pick(pick);
        var version = (await _desk.ProjectAsync(project)).Version;
        var value = Vnd.Million(million);
        var result = await _desk.DoAsync((ContractService s) => s.RecordAsync(
            _desk.Centre,
            new RecordContractRequest
            {
                ProjectId = project, Version = version, Number = string.Create(CultureInfo.InvariantCulture, $"{++_papers}/HĐ"), SignedOn = ViDates.Day(Today),
                Value = value.ToString(), Beneficiary = "Hộ kinh doanh Lan Anh",
            },
            CancellationToken.None));
        if (!IsDone(result)) return;
        _model.Contract(project, Today, value);
        Count("Contract");
    }

    public async Task ProposeAsync(MoneyEntryKind kind, int pick, long million, int daysBack, bool validate)
    {
        var (project, day) = (Pick(pick), Today.AddDays(-daysBack));
        var entry = await _desk.ProposeAsync(project, Vnd.Million(million).ToString(), ViDates.Day(day), kind);
        if (!IsDone(entry)) return;
        _model.Propose(project, entry.Value, day, kind.Effect(Vnd.Million(million)));
        Count(kind.ToString());
        if (validate) await DecideAsync(entry.Value, posts: true);
    }

    /// <summary>Undoes one of the posted entries, which may be one that cannot be undone.</summary>
    public async Task ReverseAsync(int which, int daysBack)
    {
        var posted = _model.Posted();
        if (posted.Count == 0) return;
        var (undone, day) = (posted[which % posted.Count], Today.AddDays(-daysBack));
        var request = new ReverseMoneyRequest
        {
            ProjectId = undone.Project, EntryId = undone.Id, Date = ViDates.Day(day), Voucher = string.Create(CultureInfo.InvariantCulture, $"ĐK-{++_papers}"),
            Reason = "Ghi nhầm", FormKey = Guid.NewGuid(),
        };
        var entry = await _desk.DoAsync((MoneyService s) => s.ReverseAsync(_desk.Centre, request, CancellationToken.None));
        if (!IsDone(entry)) return;
        _model.Propose(undone.Project, entry.Value, day, -undone.Effect);
        Count(nameof(MoneyEntryKind.Reversal));
        await DecideAsync(entry.Value, posts: true);
    }

    /// <summary>Raises or lowers the value of a project's contract.</summary>
    public async Task AppendAsync(int pick, long million, bool lowers)
    {
        var project = Pick(pick);
        var contract = await _desk.Plans.LookAsync(db => db.Contracts.Where(c => c.ProjectId == project).OrderBy(c => c.Id).Select(c => (int?)c.Id).FirstOrDefaultAsync());
        var value = Vnd.Million(million);
        var request = new RecordAppendixRequest
        {
            ProjectId = project, Version = (await _desk.ProjectAsync(project)).Version, ContractId = contract ?? 1, SignedOn = ViDates.Day(Today), Value = value.ToString(), Lowers = lowers,
            Number = string.Create(CultureInfo.InvariantCulture, $"{++_papers}/PLHĐ"),
        };
        if (!IsDone(await _desk.DoAsync((ContractService s) => s.AppendAsync(_desk.Centre, request, CancellationToken.None)))) return;
        _model.Contract(project, Today, lowers ? -value : value);
        Count("Appendix");
    }

    /// <summary>
    /// Ends the year as its check list asks: what waits is decided, what is left of each project is carried over or given
    /// back; then half of what no project takes is carried over.
    /// </summary>
    public async Task CloseAsync(int other)
    {
        if (Today.Year == 2024) _desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 1, 2, 2, 0, 0, TimeSpan.Zero));
        foreach (var entry in _model.Waiting.ToList()) await DecideAsync(entry, posts: other % 2 == 0);
        foreach (var entry in _model.Waiting.ToList()) await DecideAsync(entry, posts: false);
        foreach (var (project, place) in _model.Projects.Select((p, i) => (p, i)).ToList())
        {
            if (_model.Share(project, 2024) <= _model.Posted(project)) continue;
            var rest = (_model.Support(project) - _model.Posted(project)).Dong / 1_000_000;
            if (_model.IsStopped(project)) await AdjustAsync(0, (AdjustmentKind.LowerSupport, place, rest));
            else await AdjustAsync(0, (AdjustmentKind.MoveToNextYear, place, rest));
        }

        var (allotted, allocated) = (_model.Allotted(2024), _model.Allocated(2024));
        var unallocated = allotted - allocated;
        var carried = new Vnd(unallocated.Dong / 2);
        var request = new CloseYearRequest { Carried = [new() { Source = FundingSource.Local, Amount = carried.ToString(), Shown = unallocated.Dong }] };
        if (!IsDone(await _desk.DoAsync((YearClosingService s) => s.CloseAsync(_desk.Plans.Accountant, 2024, request, CancellationToken.None)))) return;
        if (!carried.IsZero) _model.Allot(2025, carried);
        _closed = (allotted, allocated);
        Count("Close");
    }

    public async Task DecideAnyAsync(int which, bool posts)
    {
        var waiting = _model.Waiting.ToList();
        if (waiting.Count > 0) await DecideAsync(waiting[which % waiting.Count], posts);
    }

    /// <summary>The accountant turns down an entry that waits; one is proposed where none does.</summary>
    public async Task RejectAsync(int pick, long million, int daysBack, int which)
    {
        if (!_model.Waiting.Any()) await ProposeAsync(MoneyEntryKind.Advance, pick, million, daysBack, validate: false);
        await DecideAnyAsync(which, posts: false);
    }

    public async Task AllotAsync(int year, long million)
    {
        var request = _desk.Plans.Allotment(Vnd.Million(million).ToString(), string.Create(CultureInfo.InvariantCulture, $"{++_papers}/GV"), ViDates.Day(Today), year);
        if (IsDone(await _desk.DoAsync((AllotmentService s) => s.RecordAsync(_desk.Plans.Accountant, request, CancellationToken.None))))
        {
            _model.Allot(year, Vnd.Million(million));
            Count("Allot");
        }
    }

    /// <summary>DOMAIN.md §7 from the rows, and the rows against the model.</summary>
    public async Task CheckAsync()
    {
        await using var db = _desk.Plans.Portal.Db();
        var projects = await db.Projects.AsNoTracking().Include(p => p.MoneyEntries).ThenInclude(e => e.Verdict).Include(p => p.Contracts).AsSplitQuery().ToListAsync();
        var terms = (await db.TermsAsOf(Today).AsNoTracking().Include(t => t.Funding).ToListAsync()).ToDictionary(t => t.ProjectId);
        foreach (var allotment in await db.Allotments.AsNoTracking().ToListAsync())
        {
            var shares = terms.Values.SelectMany(t => t.Funding).Where(f => f.Source == allotment.Source && f.Year == allotment.Year).Sum(f => f.Amount);
            Assert.Equal((shares, _model.Allocated(allotment.Year), _model.Allotted(allotment.Year)), (allotment.Allocated, allotment.Allocated, allotment.Allotted));
            Assert.True(allotment.Allocated <= allotment.Allotted, "allocated ≤ allotted");
        }

        if (_closed is { } closed)
        {
            // A closed year stays as it was, and every đồng of it is disbursed, carried over or cancelled.
            Assert.Equal(closed, (_model.Allotted(2024), _model.Allocated(2024)));
            var line = await db.YearClosings.AsNoTracking().SelectMany(c => c.Lines).SingleAsync();
            Assert.Equal((closed.Allotted, closed.Allocated), (line.Disbursed + line.CarriedOver + line.Cancelled, line.Disbursed));
            Assert.False(line.CarriedOver.IsNegative || line.Cancelled.IsNegative);
        }

        Assert.Equal(_model.Effects.Dong, await db.Decisions.Where(d => d.PlanId != null).SumAsync(d => (long)d.Effect));
        Assert.Equal(_model.Projects.Order(), projects.Select(p => p.Id).Order());
        foreach (var project in projects)
        {
            var id = project.Id;
            Assert.All(terms[id].Funding, f => Assert.Equal((false, _model.Share(id, f.Year)), (f.Amount.IsNegative, f.Amount)));
            Assert.Equal((terms[id].Support, _model.Support(id)), (project.Support, project.Support));
            Assert.Equal((_model.Contracted(id), _model.Posted(id), _model.Pending(id, recovery: false), _model.Pending(id, recovery: true)), (project.Contracted, project.Posted, project.Pending, project.PendingRecovery));
            Assert.Equal(project.MoneyEntries.Where(e => e.Verdict is { Posted: true }).Sum(e => e.Effect), project.Posted);
            Assert.Equal(project.Contracts.Count == 0 ? null : project.Contracts.Sum(c => c.Value), project.Contracted);
            Assert.True(project.Posted >= Vnd.Zero && project.Posted + project.Pending <= project.DisbursementLimit && project.DisbursementLimit <= project.Support, "0 ≤ posted + pending ≤ contracted ≤ support");
        }
    }

    /// <summary>Each decision's day, and the day before it, as the plan's page tells them.</summary>
    public async Task CheckDaysAsync()
    {
        foreach (var day in _model.Days.SelectMany(d => new[] { d.AddDays(-1), d }).Distinct().ToList())
        {
            var page = await _desk.Plans.PageAsync(_desk.Plan, day);
            var told = page.Projects.OrderBy(p => p.Id).Select(p => (p.Id, p.Figures.Support, p.Contracted, p.Posted));
            var replayed = _model.Projects.Where(p => _model.Exists(p, day)).Order()
                .Select(p => (p, _model.Support(p, day), _model.Contracted(p, day) ?? Vnd.Zero, _model.Posted(p, day)));
            Assert.Equal(replayed, told);
        }
    }

    public async Task CheckTrailAsync() => Assert.Empty((await _desk.DoAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None))).Faults);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private int Pick(int pick) => _model.Projects.ElementAt(pick % _model.Projects.Count());

    private async Task DecideAsync(int entry, bool posts)
    {
        var result = posts
            ? await _desk.DoAsync((MoneyService s) => s.ValidateAsync(_desk.Plans.Accountant, entry, CancellationToken.None))
            : await _desk.DoAsync((MoneyService s) => s.RejectAsync(_desk.Plans.Accountant, new RejectMoneyRequest { EntryId = entry, Reason = "Thiếu chứng từ" }, CancellationToken.None));
        if (!IsDone(result)) return;
        _model.Decide(entry, posts);
        Count(posts ? "Post" : "Reject");
    }

    private AdjustmentLineRequest LineOf(AdjustmentKind kind, int project, long million) => kind switch
    {
        AdjustmentKind.RaiseSupport => AdjustmentDesk.Raise(project, (_model.Support(project) + Vnd.Million(million)).ToString()),
        AdjustmentKind.LowerSupport => AdjustmentDesk.Lower(project, (_model.Support(project) - Vnd.Million(million)).ToString()),
        AdjustmentKind.StopProject => AdjustmentDesk.Stop(project, _model.Posted(project).ToString(), "01/12/2024"),
        AdjustmentKind.AddProject => AdjustmentDesk.Add(support: Vnd.Million(million).ToString()),
        AdjustmentKind.MoveToNextYear => new() { Kind = kind, ProjectId = project, EndMonth = "03/2025", Reason = "Máy về muộn" },
        _ => AdjustmentDesk.Replace(project, string.Create(CultureInfo.InvariantCulture, $"Cơ sở số {++_papers}")),
    };

    private async Task TellAsync(AdjustmentKind kind, int project, AdjustmentLineRequest line, DateOnly day)
    {
        Count(kind.ToString());
        switch (kind)
        {
            case AdjustmentKind.RaiseSupport or AdjustmentKind.LowerSupport: _model.SetSupport(project, day, ViShape.Amount(line.Support)!.Value); break;
            case AdjustmentKind.StopProject: _model.Stop(project, day); break;
            case AdjustmentKind.MoveToNextYear: _model.CarryOver(project, day); break;
            case AdjustmentKind.AddProject:
                var added = await _desk.Plans.LookAsync(db => db.Projects.MaxAsync(p => p.Id));
                _model.Change(added, day, 2024, ViShape.Amount(line.Support)!.Value);
                break;
        }
    }

    // Refused is an answer; anything else than these two is none.
    private static bool IsDone(Result result)
    {
        Assert.True(result.Outcome is Outcome.Done or Outcome.Refused or Outcome.Invalid, result.Outcome.ToString());
        return result.IsDone;
    }

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;
}
