using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Progress;

namespace KhuyenCong.Domain.Projects;

/// <summary>
/// A project's identity, work status and running counters. What a decision may change is in its terms.
/// The database holds 0 ≤ posted ≤ support, posted ≤ contracted when contracted, contracted ≤ support.
/// </summary>
public class Project : IVersioned
{
    public int Id { get; init; }

    /// <summary>Code within the portal, such as KC-2024-D1-07.</summary>
    public required string Code { get; init; }

    public int PlanId { get; init; }

    public Plan? Plan { get; init; }

    public int GroupId { get; set; }

    public PlanGroup? Group { get; set; }

    /// <summary>Place within its group, from 1.</summary>
    public required int Ordinal { get; set; }

    public ProjectStatus Status { get; private set; } = ProjectStatus.Registered;

    public int Version { get; private set; }

    /// <summary>Approved support now in force; zero before approval.</summary>
    public Vnd Support { get; private set; }

    /// <summary>Sum of contract values; null without contract.</summary>
    public Vnd? Contracted { get; private set; }

    /// <summary>Net disbursed: posted advances + payments − recoveries.</summary>
    public Vnd Posted { get; private set; }

    /// <summary>Posted advances, a part of <see cref="Posted"/>'s outgoing side.</summary>
    public Vnd Advanced { get; private set; }

    /// <summary>Posted recoveries.</summary>
    public Vnd Recovered { get; private set; }

    /// <summary>Posted clearings: the part of the advances that papers have cleared.</summary>
    public Vnd Cleared { get; private set; }

    /// <summary>The settled amount; null before settlement.</summary>
    public Vnd? Settled { get; private set; }

    /// <summary>The budget that pays the support now in force.</summary>
    public FundingSource Source { get; private set; }

    /// <summary>Outgoing entries waiting for the accountant.</summary>
    public Vnd Pending { get; private set; }

    /// <summary>Recoveries waiting for the accountant; they free nothing.</summary>
    public Vnd PendingRecovery { get; private set; }

    /// <summary>Clearings waiting for the accountant.</summary>
    public Vnd PendingClearing { get; private set; }

    /// <summary>The latest reported percent of work.</summary>
    public int ProgressPercent { get; private set; }

    public DateOnly? LastProgressOn { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }

    /// <summary>Support found acceptable at acceptance.</summary>
    public Vnd? AcceptedSupport { get; private set; }

    public ICollection<ProjectTerms> Terms { get; init; } = [];

    public ICollection<ProjectStatusChange> History { get; init; } = [];

    public ICollection<AppraisalOpinion> Opinions { get; init; } = [];

    public ICollection<OfficerAssignment> Assignments { get; init; } = [];

    public ICollection<Contract> Contracts { get; init; } = [];

    public ICollection<MoneyEntry> MoneyEntries { get; init; } = [];

    public ICollection<ProgressUpdate> ProgressUpdates { get; init; } = [];

    /// <summary>Posted payments: outgoing money that is not an advance.</summary>
    public Vnd Paid => Posted + Recovered - Advanced;

    /// <summary>Current support − net disbursed.</summary>
    public Vnd Remaining => Support - Posted;

    /// <summary>What may still be proposed: the limit less what is posted and what is pending.</summary>
    public Vnd Proposable => DisbursementLimit - Posted - Pending;

    /// <summary>
    /// What net disbursement may not exceed: the contracts' value where there is one, else the support; once accepted, no
    /// more than was found due.
    /// </summary>
    public Vnd DisbursementLimit => LimitOf(Support, Contracted, AcceptedSupport);

    /// <summary>The same of other amounts: the limit of a past day.</summary>
    public static Vnd LimitOf(Vnd support, Vnd? contracted, Vnd? accepted) =>
        accepted is { } due && due < (contracted ?? support) ? due : contracted ?? support;

    /// <summary>Which of them it is.</summary>
    public LimitBasis LimitBasis => LimitBasisOf(Support, Contracted, AcceptedSupport);

    public static LimitBasis LimitBasisOf(Vnd support, Vnd? contracted, Vnd? accepted) =>
        accepted < (contracted ?? support) ? LimitBasis.Acceptance : contracted is null ? LimitBasis.Support : LimitBasis.Contract;

    /// <summary>
    /// Advances that papers have not cleared. Recoveries count against advances first, so that what was given back is
    /// not cleared as well.
    /// </summary>
    public Vnd OpenAdvance => OpenOf(Advanced, Cleared, Recovered);

    /// <summary>The same of other amounts: what an entry would leave open.</summary>
    public static Vnd OpenOf(Vnd advanced, Vnd cleared, Vnd recovered) => advanced - cleared - recovered is { IsNegative: false } open ? open : Vnd.Zero;

    public void Touch() => Version++;

    /// <summary>Approval of the plan: support comes into force.</summary>
    public void Approve(Vnd support, FundingSource source, Actor by, DateTime at)
    {
        Move(ProjectAction.Approve, by, at);
        Support = support;
        Source = source;
    }

    /// <summary>
    /// Once no appendix is taken any more, a decision that lowers the support ends the contracts by as much.
    /// </summary>
    public bool ContractsFollowSupport => ProjectWorkflow.Next(Status, ProjectAction.Contract) is null;

    /// <summary>A decision changed the support or its source; what is settled stands in place of what was accepted.</summary>
    /// <returns>What the contracts lose, zero or below.</returns>
    public Vnd Adjust(Vnd support, FundingSource source)
    {
        if (support < Posted + Pending || support < (Settled ?? AcceptedSupport ?? Vnd.Zero) || (!ContractsFollowSupport && support < (Contracted ?? Vnd.Zero)))
        {
            throw new InvalidOperationException("The support would fall below what is spent, contracted or accepted.");
        }

        Support = support;
        Source = source;
        if (AcceptedSupport > support) AcceptedSupport = support;
        Touch();
        return EndContracts();
    }

    /// <summary>A decision stopped the work: what is out stays until it is recovered, the rest is free again.</summary>
    /// <returns>What the contracts lose, zero or below.</returns>
    public Vnd Stop(Actor by, DateTime at, string reason)
    {
        if (!Pending.IsZero || !PendingRecovery.IsZero || !PendingClearing.IsZero) throw new InvalidOperationException("Money still waits for the accountant.");
        Move(ProjectAction.Stop, by, at, reason);
        Support = Posted;
        return EndContracts();
    }

    /// <summary>Records a contract or its appendix; the refusals of <see cref="ProjectRules"/> must have been asked before.</summary>
    public void Sign(Contract contract, Actor by, DateTime at)
    {
        RefusedActionException.ThrowIfAny(ProjectRules.WhyNotContractValue(this, contract.Kind, contract.Value));
        Move(ProjectAction.Contract, by, at);
        Contracts.Add(contract);
        Contracted = (Contracted ?? Vnd.Zero) + contract.Value;
    }

    /// <summary>Starts the work without contract.</summary>
    public void Start(Actor by, DateTime at) => Move(ProjectAction.Start, by, at);

    /// <summary>Adds a progress update; the first one starts the work.</summary>
    public void Report(ProgressUpdate update, Actor by, DateTime at)
    {
        RefusedActionException.ThrowIfAny(ProjectRules.WhyNotReport(Status));
        if (Status != ProjectStatus.InProgress) Move(ProjectAction.Start, by, at);
        ProgressUpdates.Add(update);
        if (LastProgressOn is null || update.Date >= LastProgressOn)
        {
            ProgressPercent = update.Percent;
            LastProgressOn = update.Date;
        }

        Touch();
    }

    /// <summary>Records the acceptance of the work.</summary>
    public void Accept(Acceptance acceptance, Actor by, DateTime at)
    {
        RefusedActionException.ThrowIfAny(ProjectRules.WhyNotAcceptedSupport(this, acceptance.AcceptedSupport));
        Move(ProjectAction.Accept, by, at);
        AcceptedOn = acceptance.Date;
        AcceptedSupport = acceptance.AcceptedSupport;
    }

    /// <summary>Adds a proposed entry; it counts as pending at once.</summary>
    public void Propose(MoneyEntry entry)
    {
        RefusedActionException.ThrowIfAny(MoneyRules.WhyNotProposeAmount(this, entry));
        MoneyEntries.Add(entry);
        Wait(entry, 1);
        Touch();
    }

    /// <summary>The accountant's word: the pending amount goes, and when posted the net disbursed amount moves.</summary>
    public void Settle(MoneyEntry entry, bool posted, Actor by, DateTime at)
    {
        if (posted) RefusedActionException.ThrowIfAny(MoneyRules.WhyNotPostAmount(this, entry));
        Wait(entry, -1);
        if (posted) Post(entry, by, at);
        Touch();
    }

    private Vnd EndContracts()
    {
        if (Contracted is not { } contracted || contracted <= Support) return Vnd.Zero;
        Contracted = Support;
        return Support - contracted;
    }

    private void Post(MoneyEntry entry, Actor by, DateTime at)
    {
        Posted += entry.Effect;
        Advanced += entry.AddsTo(MoneyEntryKind.Advance);
        Recovered += entry.AddsTo(MoneyEntryKind.Recovery);
        Cleared += entry.AddsTo(MoneyEntryKind.Clearing);
        if (entry.Kind == MoneyEntryKind.Settlement)
        {
            Settled = entry.Amount;
            Move(ProjectAction.Settle, by, at);
        }
        else if (entry.ReversedKind == MoneyEntryKind.Settlement)
        {
            Settled = null;
            Move(ProjectAction.Reopen, by, at, entry.Note);
        }
    }

    // What waits counts on the side it would move; clearings wait apart, since they move nothing.
    private void Wait(MoneyEntry entry, int sign)
    {
        var amount = sign > 0 ? entry.Amount : -entry.Amount;
        if (entry.Kind == MoneyEntryKind.Clearing) PendingClearing += amount;
        else if (entry.Effect > Vnd.Zero) Pending += amount;
        else if (entry.Effect.IsNegative) PendingRecovery += amount;
    }

    private void Move(ProjectAction action, Actor by, DateTime at, string? reason = null)
    {
        RefusedActionException.ThrowIfAny(ProjectRules.WhyNotMove(Status, action));
        var to = ProjectWorkflow.Next(Status, action)!.Value;
        History.Add(new ProjectStatusChange
        {
            Action = action, From = Status, To = to, ById = by.UserId, ByName = by.Name, At = at, Reason = reason,
        });
        Status = to;
        Touch();
    }
}
