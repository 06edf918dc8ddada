using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.TestSupport.Scenes;

/// <summary>A project of a scene, written as a sentence: <c>plan.Project("ND3").In("Huyện Ea Kar").Costing(local: 150).Advanced(…)</c>.</summary>
public sealed class SceneProject
{
    private readonly BudgetScene _scene;
    private readonly ScenePlan _plan;
    private readonly Project _project;
    private readonly ProjectTerms _terms;
    private readonly List<Action> _afterApproval = [];
    private readonly List<Adjustment> _adjustments = [];
    private (DateOnly Day, Vnd Support)? _acceptance;

    internal SceneProject(BudgetScene scene, ScenePlan plan, string category, int number)
    {
        (_scene, _plan) = (scene, plan);
        _terms = Terms("Đề án " + number);
        _project = new Project
        {
            Code = $"KC-{plan.Entity.Year}-{plan.Entity.Tranche.ShortCode}-{number:D2}", Ordinal = number, Plan = plan.Entity, Group = plan.GroupOf(category),
        };
        _project.Terms.Add(_terms);
    }

    public int Id => _project.Id;

    public SceneProject Named(string name)
    {
        _terms.Name = name;
        return this;
    }

    public SceneProject In(params string[] units) => In([.. units.Select(name => _scene.Unit(name))]);

    public SceneProject In(params AdministrativeUnit[] units)
    {
        _terms.AreaScope = AreaScope.Units;
        foreach (var unit in units) _terms.Areas.Add(new TermsArea { UnitId = unit.Id });
        return this;
    }

    public SceneProject InWholeProvince()
    {
        _terms.AreaScope = AreaScope.WholeProvince;
        return this;
    }

    /// <summary>Amounts in đồng.</summary>
    public SceneProject Costing(long local = 0, long national = 0, long counterpart = 0, long other = 0)
    {
        Fund(_terms, local, national);
        (_terms.Counterpart, _terms.Other) = (new Vnd(counterpart), new Vnd(other));
        return this;
    }

    /// <summary>Terms of a later decision: the same area, other amounts.</summary>
    public SceneProject AdjustedBy(Decision decision, long local = 0, long national = 0, long counterpart = 0, long other = 0)
    {
        _afterApproval.Add(() =>
        {
            var terms = Terms(_terms.Name);
            terms.AreaScope = _terms.AreaScope;
            foreach (var area in _terms.Areas) terms.Areas.Add(new TermsArea { UnitId = area.UnitId });
            Fund(terms, local, national);
            (terms.Counterpart, terms.Other) = (new Vnd(counterpart), new Vnd(other));
            terms.Decide(decision);
            _project.Terms.Add(terms);
        });
        return this;
    }

    public SceneProject Contracted(DateOnly day, long value)
    {
        _afterApproval.Add(() => _project.Sign(
            new Contract
            {
                Number = $"{_project.Contracts.Count + 1}/HĐ", SignedOn = day, Value = new Vnd(value), RecordedById = ClerkId, RecordedAt = _scene.Now,
                Beneficiary = new Beneficiary { Name = "Cơ sở của " + _project.Code },
            },
            _scene.Clerk, _scene.Now));
        return this;
    }

    public SceneProject Reported(DateOnly day, int percent)
    {
        _afterApproval.Add(() =>
        {
            if (_project.Status == ProjectStatus.Approved) _project.Start(_scene.Clerk, _scene.Now);
            _project.Report(
                new ProgressUpdate { Date = day, Percent = percent, Done = "Đã làm", ById = ClerkId, ByName = _scene.Clerk.Name, At = _scene.Now },
                _scene.Clerk, _scene.Now);
        });
        return this;
    }

    public SceneProject Accepted(DateOnly day, long support)
    {
        _acceptance = (day, new Vnd(support));
        return this;
    }

    /// <summary>Accepted between other steps; its minutes are left out.</summary>
    public SceneProject AcceptedAtOnce(DateOnly day, long support)
    {
        _afterApproval.Add(() => _project.Accept(
            new Acceptance
            {
                ProjectId = 0, Date = day, Finding = "Đạt", MinutesNumber = "01/BB", AcceptedSupport = new Vnd(support), RecordedById = ClerkId, RecordedAt = _scene.Now,
            },
            _scene.Clerk, _scene.Now));
        return this;
    }

    /// <summary>A decision stops it: what is out stays its support and its contract.</summary>
    public SceneProject StoppedBy(Decision decision)
    {
        _afterApproval.Add(() =>
        {
            var lost = _project.Stop(_scene.Clerk, _scene.Now, "Cơ sở xin thôi");
            if (!lost.IsZero)
            {
                _project.Contracts.Add(new Contract
                {
                    Kind = ContractKind.Termination, Number = "TL", SignedOn = decision.EffectiveFrom, Value = lost, RecordedById = ClerkId, RecordedAt = _scene.Now,
                    Beneficiary = _project.Contracts.First().Beneficiary,
                });
            }

            var terms = _terms.Copy();
            terms.Stop(_project.Posted);
            terms.Decide(decision);
            _project.Terms.Add(terms);
            var adjustment = new Adjustment { PlanId = 0, Plan = _plan.Entity, Ordinal = 1, Reason = "Cơ sở xin thôi", CreatedById = ClerkId };
            adjustment.Lines.Add(new AdjustmentLine { Ordinal = 1, Kind = AdjustmentKind.StopProject, Project = _project, Reason = "Cơ sở xin thôi" });
            adjustment.Move(AdjustmentAction.Submit, _scene.Clerk, _scene.Now);
            adjustment.Approve(decision, _scene.Clerk, _scene.Now);
            _adjustments.Add(adjustment);
        });
        return this;
    }

    /// <summary>A posted reversal of the entry before it.</summary>
    public SceneProject Undone(DateOnly day)
    {
        _afterApproval.Add(() =>
        {
            var undone = _project.MoneyEntries.Last();
            Post(new MoneyEntry
            {
                ProjectId = 0, Kind = MoneyEntryKind.Reversal, ReversedKind = undone.Kind, Amount = undone.Amount, Date = day, Voucher = $"DAO-{_project.MoneyEntries.Count + 1}",
                Note = "Ghi nhầm", ProposedById = ClerkId, ProposedByName = _scene.Clerk.Name, ProposedAt = _scene.Now, FormKey = Guid.NewGuid(), Verdict = Word(true),
            });
        });
        return this;
    }

    /// <summary>A money entry; posted, rejected (false) or still pending (null).</summary>
    public SceneProject Money(MoneyEntryKind kind, DateOnly day, long amount, bool? posted = true)
    {
        _afterApproval.Add(() =>
        {
            var entry = new MoneyEntry
            {
                ProjectId = 0, Kind = kind, Amount = new Vnd(amount), Date = day, Voucher = $"CT-{_project.MoneyEntries.Count + 1}", ProposedById = ClerkId,
                ProposedByName = _scene.Clerk.Name, ProposedAt = _scene.Now, FormKey = Guid.NewGuid(),
                LateReason = _project.Status == ProjectStatus.Discontinued ? "Trả chậm" : null, Verdict = posted is { } word ? Word(word) : null,
            };
            Post(entry);
        });
        return this;
    }

    public SceneProject Advanced(DateOnly day, long amount) => Money(MoneyEntryKind.Advance, day, amount);

    public SceneProject Paid(DateOnly day, long amount) => Money(MoneyEntryKind.Payment, day, amount);

    public SceneProject Recovered(DateOnly day, long amount) => Money(MoneyEntryKind.Recovery, day, amount);

    internal void AddTo(AppDbContext db, bool isApproved)
    {
        db.Projects.Add(_project);
        if (!isApproved) return;

        _terms.Decide(_plan.Approval);
        _project.Approve(_terms.Support, _terms.Funding.MaxBy(f => f.Amount)?.Source ?? FundingSource.Local, _scene.Clerk, _scene.Now);
        foreach (var step in _afterApproval) step();
        db.Adjustments.AddRange(_adjustments);
    }

    private void Post(MoneyEntry entry)
    {
        _project.Propose(entry);
        if (entry.Verdict is { } word) _project.Settle(entry, word.Posted, _scene.Clerk, _scene.Now);
    }

    private MoneyVerdict Word(bool posted) => new() { EntryId = 0, Posted = posted, ById = ClerkId, ByName = _scene.Clerk.Name, At = _scene.Now };

    internal void Accept(AppDbContext db)
    {
        if (_acceptance is not { } accepted) return;
        var acceptance = new Acceptance
        {
            ProjectId = _project.Id, Date = accepted.Day, Finding = "Đạt", MinutesNumber = "01/BB", AcceptedSupport = accepted.Support,
            RecordedById = ClerkId, RecordedAt = _scene.Now,
        };
        _project.Accept(acceptance, _scene.Clerk, _scene.Now);
        db.Acceptances.Add(acceptance);
    }

    private int ClerkId => _scene.Clerk.UserId!.Value;

    private static ProjectTerms Terms(string name) => new()
    {
        Name = name, BeneficiaryText = "Cơ sở công nghiệp nông thôn", ImplementingUnit = "Trung tâm KC&TVPTCN",
        StartMonth = new DateOnly(2024, 3, 1), EndMonth = new DateOnly(2024, 11, 1),
    };

    private static void Fund(ProjectTerms terms, long local, long national)
    {
        if (local != 0) terms.SetFunding(FundingSource.Local, 2024, new Vnd(local));
        if (national != 0) terms.SetFunding(FundingSource.National, 2024, new Vnd(national));
    }
}
