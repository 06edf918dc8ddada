using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Tests.Plans;
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
    private Actor _deputy = null!;
    private Actor _administrator = null!;
    private int _papers;
    private int _tranche = 1;
    private (Vnd Allotted, Vnd Allocated)? _closed;

    private HistoryDesk(AdjustmentDesk desk)
    {
        _desk = desk;
        _model.Change(desk.First, Approved, 2024, Vnd.Million(100));
        _model.Change(desk.Second, Approved, 2024, Vnd.Million(100));
        _model.Allot(2024, new(2024, 1, 2), Vnd.Million(300));
    }

    /// <summary>How often each thing was done and not refused.</summary>
    public Dictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    private DateOnly Today => _desk.Plans.Portal.Clock.Today();

    /// <summary>With money out of the first project, and a budget for the next year.</summary>
    public static async Task<HistoryDesk> OpenAsync(AdjustmentDesk like)
    {
        var desk = new HistoryDesk(await like.CopyAsync());
        await desk.LendAsync();
        await desk.AllotAsync(2025, 120, 0);
        await desk.ContractAsync(0, 90);
        await desk.ContractAsync(0, 5);
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
        if (!IsDone(await _desk.SubmitAsync(made.Value))) return;
        if (daysBack == 1) await IsRefusedWithLenderLockedAsync(made.Value);
        if (!IsDone(await _desk.EndorseAsync(made.Value))) return;
        if (!IsDone(await _desk.ApproveAsync(made.Value, ViDates.Day(day)))) return;
        _model.Decide(made.Value, day);
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
                Value = value.ToString(), Beneficiary = _papers % 2 == 0 ? "Hộ kinh doanh Lan Anh" : "Hộ kinh doanh Lan Oanh",
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
        if (!carried.IsZero) _model.Allot(2025, new(2025, 1, 1), carried);
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

    public async Task<bool> AllotAsync(int year, long million, int daysBack, string? number = null)
    {
        var day = Today.AddDays(-daysBack);
        var request = _desk.Plans.Allotment(Vnd.Million(million).ToString(), number ?? string.Create(CultureInfo.InvariantCulture, $"{++_papers}/GV"), ViDates.Day(day), year);
        if (!IsDone(await _desk.DoAsync((AllotmentService s) => s.RecordAsync(_desk.Plans.Accountant, request, CancellationToken.None)))) return false;
        _model.Allot(year, day, Vnd.Million(million));
        Count("Allot");
        return true;
    }

    /// <summary>The newest allotting decision gets another number; its old one is free for the next.</summary>
    public async Task CorrectAsync(long million)
    {
        var last = await _desk.Plans.LookAsync(db => db.Decisions.Where(d => d.Kind == DecisionKind.Allot).OrderByDescending(d => d.Id).Select(d => new { d.Id, d.Number, d.Year }).FirstAsync());
        var form = (await _desk.DoAsync((DecisionCorrectionService s) => s.ReadAsync(_desk.Plans.Clerk, last.Id, CancellationToken.None))).Value;
        var corrected = string.Create(CultureInfo.InvariantCulture, $"{++_papers}/ĐC");
        Expect.Done(await _desk.DoAsync((DecisionCorrectionService s) => s.CorrectAsync(_desk.Plans.Clerk, last.Id, form.Filled with { Number = corrected, Reason = "Ghi nhầm số" }, CancellationToken.None)));
        var papers = (await _desk.DoAsync((AllotmentService s) => s.ReadAsync(_desk.Plans.Leader, null, CancellationToken.None))).Value.Papers;
        Assert.Contains(papers, p => p.Number == corrected);
        Assert.DoesNotContain(papers, p => p.Number == last.Number);
        if (last.Year == Today.Year) Assert.True(await AllotAsync(2025, million, 0, last.Number), "the old number is free");
        Count("Correct");
    }

    /// <summary>Another plan of one project, approved by a decision dated back.</summary>
    public async Task ApproveAsync(long million, int daysBack)
    {
        if (Today.Year != 2024) return;
        _desk.Plans.Portal.Clock.Advance(TimeSpan.FromDays(1));
        var day = Today.AddDays(-daysBack);

        // Sometimes all that is unallocated by today, which was not there yet on a day that lies back.
        if (daysBack > 1 && await AllotAsync(2024, million, 0)) million = (_model.Allotted(2024) - _model.Allocated(2024)).Dong / 1_000_000;
        var plan = await _desk.Plans.AppraisedAsync(Tranche.Numbered(++_tranche), PlanDesk.Project("Máy rang", Vnd.Million(million).ToString()) with { Beneficiary = "Cơ sở khác" });
        var number = string.Create(CultureInfo.InvariantCulture, $"{++_papers}/QĐ-KH");
        if (!IsDone(await _desk.Plans.ApproveAsync(plan, r => r with { Number = number, IssuedOn = ViDates.Day(day) }))) return;
        _model.Approve(day, Vnd.Million(million));
        Count("Plan");
    }

    /// <summary>The work of a project under contract is found due up to an amount, on a day that may lie back.</summary>
    public async Task AcceptAsync(int pick, long million, int daysBack)
    {
        var (project, day) = (Pick(pick), Today.AddDays(-daysBack));
        if (_model.Accepted.ContainsKey(project)) return;
        await using (var db = _desk.Plans.Portal.Db())
        {
            var row = await db.Projects.SingleAsync(p => p.Id == project);
            if (ProjectRules.WhyNotMove(row.Status, ProjectAction.Start).Count == 0)
            {
                row.Start(_desk.Centre, DateTime.UnixEpoch);
                await db.SaveAsync(_desk.Centre, null, CancellationToken.None);
            }
        }

        var due = _model.Posted(project) + Vnd.Million(million / 4);
        var request = new RecordAcceptanceRequest
        {
            ProjectId = project, Version = (await _desk.ProjectAsync(project)).Version, Date = ViDates.Day(day), Finding = "Đạt", MinutesNumber = "01/BB", AcceptedSupport = due.ToString(),
        };
        if (!IsDone(await _desk.DoAsync((AcceptanceService s) => s.RecordAsync(_desk.Centre, request, CancellationToken.None)))) return;
        _model.Accept(project, day, due);
        Count("Accept");

        // What comes back now is not free on the day of the acceptance.
        await ProposeAsync(MoneyEntryKind.Recovery, pick, 1 + (million / 6), 0, validate: true);
        await ProposeAsync(MoneyEntryKind.Payment, pick, 1 + (million / 4), daysBack, validate: true);
    }

    /// <summary>DOMAIN.md §7 from the rows, and the rows against the model.</summary>
    public async Task CheckAsync()
    {
        await using var db = _desk.Plans.Portal.Db();
        var projects = await db.Projects.AsNoTracking().Include(p => p.MoneyEntries).ThenInclude(e => e.Verdict).Include(p => p.Contracts).AsSplitQuery().ToListAsync();
        var terms = (await db.TermsAsOf(Today).AsNoTracking().Include(t => t.Funding).ToListAsync()).ToDictionary(t => t.ProjectId);
        foreach (var allotment in await db.Allotments.AsNoTracking().ToListAsync())
        {
            var shares = terms.Values.Where(t => t.DecisionId != null).SelectMany(t => t.Funding).Where(f => f.Source == allotment.Source && f.Year == allotment.Year).Sum(f => f.Amount);
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
        projects.RemoveAll(p => p.PlanId != _desk.Plan);
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
            Assert.All(told, p => Assert.True(p.Contracted <= p.Support, $"{day:O}: contracts of {p.Contracted} beyond {p.Support}"));
        }
    }

    /// <summary>What every decision found and left, what every day had unallocated, what nobody can be under contract for or have been paid.</summary>
    public async Task CheckDecisionsAsync()
    {
        for (var place = 0; place < _model.Adjustments.Count; place++)
        {
            var page = await _desk.PageAsync(_model.Adjustments[place].Id);
            Assert.Equal(_model.Around(place), (page.Before.Support, page.After.Support));
        }

        foreach (var day in _model.Days.Concat(_model.PaperDays).SelectMany(d => new[] { d.AddDays(-1), d }).Where(d => d <= Today).Distinct().ToList())
        {
            foreach (var position in (await _desk.DoAsync((AllotmentService s) => s.ReadAsync(_desk.Plans.Leader, day, CancellationToken.None))).Value.Positions)
            {
                Assert.Equal((_model.Allotted(position.Year, day), _model.Allocated(position.Year, day)), (position.Allotted, position.Approved));
                Assert.False(position.Unallocated.IsNegative, $"{day:O}: {position.Unallocated} unallocated");
            }
        }

        await using var db = _desk.Plans.Portal.Db();
        Assert.All(await db.Contracts.GroupBy(c => new { c.ProjectId, c.BeneficiaryId }).Select(g => g.Sum(c => (long)c.Value)).ToListAsync(), value => Assert.True(value >= 0, $"under contract for {value}"));
        foreach (var (project, accepted) in _model.Accepted)
        {
            foreach (var day in _model.Posted().Select(e => e.Day).Append(accepted.Day).Where(d => d >= accepted.Day)) Assert.True(_model.Posted(project, day) <= accepted.Amount, $"{day:O}: more paid than accepted");
        }

        if (_closed is null) return;
        var line = await db.YearClosings.AsNoTracking().SelectMany(c => c.Lines).SingleAsync();
        var shown = (await _desk.DoAsync((AllotmentService s) => s.ReadAsync(_desk.Plans.Leader, null, CancellationToken.None))).Value.Positions.Single(p => p.Year == 2024);
        Assert.Equal(line.Disbursed, shown.Disbursed);
    }

    public async Task CheckTrailAsync() => Assert.Empty((await _desk.DoAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None))).Faults);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task LendAsync()
    {
        _deputy = await _desk.Plans.Portal.PersonAsync("Y Thịnh Niê", Role.Division);
        _deputy = _deputy with { Lent = new HashSet<string> { Permissions.PlansEndorse } };
        _administrator = await _desk.Plans.Portal.PersonAsync("Quản trị", Role.Administrator);
        await using var db = _desk.Plans.Portal.Db();
        db.Delegations.Add(new Delegation
        {
            FromId = _desk.Head.UserId!.Value, ToId = _deputy.UserId!.Value, Permission = Permissions.PlansEndorse, From = new(2024, 1, 1), Until = new(2025, 12, 31),
            LegalBasis = "12/GUQ-SCT", RecordedById = _administrator.UserId!.Value, RecordedAt = _desk.Plans.Portal.Clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveAsync(_administrator, null, CancellationToken.None);
    }

    // A delegated signature rests on its lender: while that account is locked nobody signs by it, nor its owner.
    private async Task IsRefusedWithLenderLockedAsync(int adjustment)
    {
        await LockHeadAsync(true);
        foreach (var by in new[] { _deputy, _desk.Head }) Assert.Equal(Outcome.Refused, (await _desk.EndorseAsync(adjustment, by)).Outcome);
        await LockHeadAsync(false);
        Count("Lock");
    }

    private async Task LockHeadAsync(bool isLocked)
    {
        await using var db = _desk.Plans.Portal.Db();
        db.Entry(await db.Users.SingleAsync(u => u.Id == _desk.Head.UserId)).Property(u => u.IsLocked).CurrentValue = isLocked;
        await db.SaveAsync(_administrator, null, CancellationToken.None);
    }

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
        AdjustmentKind.MoveToNextYear => new() { Kind = kind, ProjectId = project, EndMonth = string.Create(CultureInfo.InvariantCulture, $"03/{_model.BudgetYear(project) + 1}"), Reason = "Máy về muộn" },
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
