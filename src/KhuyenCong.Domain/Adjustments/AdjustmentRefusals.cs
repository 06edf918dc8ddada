using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>Why an adjustment cannot be edited, submitted or decided.</summary>
public static class AdjustmentRefusals
{
    public sealed record WrongStatus(AdjustmentAction Action, AdjustmentStatus Status) : Refusal;

    /// <summary>Only approved plans are adjusted; drafts are edited.</summary>
    public sealed record PlanNotApproved(PlanStatus Status) : Refusal;

    public sealed record NoLines : Refusal;

    public sealed record WasSubmitted : Refusal;

    /// <summary>A project in this state takes no such change.</summary>
    public sealed record NotAdjustable(int ProjectId, string Name, AdjustmentKind Kind, ProjectStatus Status) : Refusal;

    public sealed record KindTwice(int ProjectId, string Name, AdjustmentKind Kind) : Refusal;

    /// <summary>These two changes of one project exclude each other in one adjustment.</summary>
    public sealed record KindsExclude(int ProjectId, string Name, AdjustmentKind First, AdjustmentKind Second) : Refusal;

    public sealed record NothingChanges(int ProjectId, string Name, AdjustmentKind Kind) : Refusal;

    public sealed record RaiseNotHigher(int ProjectId, string Name, Vnd Asked, Vnd Now) : Refusal;

    public sealed record LowerNotLower(int ProjectId, string Name, Vnd Asked, Vnd Now) : Refusal;

    public sealed record LowerBelowSpent(int ProjectId, string Name, Vnd Asked, Vnd Posted, Vnd Pending) : Refusal;

    /// <summary>The contract is lowered first, by an appendix.</summary>
    public sealed record LowerBelowContracted(int ProjectId, string Name, Vnd Asked, Vnd Contracted) : Refusal;

    public sealed record LowerBelowAccepted(int ProjectId, string Name, Vnd Asked, Vnd Accepted) : Refusal;

    public sealed record LowerBelowSettled(int ProjectId, string Name, Vnd Asked, Vnd Settled) : Refusal;

    /// <summary>What earlier budget years paid is no longer lowered.</summary>
    public sealed record LowerIntoEarlierYear(int ProjectId, string Name, Vnd Most) : Refusal;

    public sealed record MoneyWaiting(int ProjectId, string Name, AdjustmentKind Kind, Vnd Pending, Vnd PendingRecovery, Vnd PendingClearing) : Refusal;

    /// <summary>Money is out: the line says how much is to be recovered (0 where the work done is worth it) and by when.</summary>
    public sealed record StopNeedsRecoveryPlan(int ProjectId, string Name, Vnd Posted) : Refusal;

    public sealed record RecoveryBeyondPosted(int ProjectId, string Name, Vnd Planned, Vnd Posted) : Refusal;

    public sealed record SourceAfterDisbursement(int ProjectId, string Name, Vnd Posted) : Refusal;

    public sealed record NothingToCarryOver(int ProjectId, string Name) : Refusal;

    /// <summary>What is carried over is work of the next year: it ends there, or later where it always was to.</summary>
    public sealed record EndsOutsideNextYear(int ProjectId, string Name, DateOnly EndMonth, int NextYear) : Refusal;

    public sealed record EndsBeforeStart(int ProjectId, string Name) : Refusal;

    /// <summary>An added project lacks what every project of a plan has.</summary>
    public sealed record AddIncomplete(int Ordinal) : Refusal;

    public sealed record NoAllotment(int Year, FundingSource Source) : Refusal;

    public sealed record OverAllotment(int Year, FundingSource Source, Vnd Raise, Vnd Unallocated, Vnd Allotted, Vnd Allocated) : Refusal;

    /// <summary>A decision that counts from later on speaks of the same project: nothing slips in before it.</summary>
    public sealed record LaterDecision(int ProjectId, string Name, string Number, DateOnly EffectiveFrom) : Refusal;

    public sealed record BeforeApproval(DateOnly EffectiveFrom, DateOnly Approved) : Refusal;

    /// <summary>On that day more had been disbursed than the support would be.</summary>
    public sealed record BreaksProjectOnDay(int ProjectId, string Name, DateOnly Day, Vnd Posted, Vnd Limit) : Refusal;

    /// <summary>On this day, with a decision dated back, contracts would be worth more than the support of that day.</summary>
    public sealed record ContractsBeyondSupportOnDay(int ProjectId, string Name, DateOnly Day, Vnd Contracted, Vnd Support) : Refusal;

    /// <summary>The kind is decided by the body that approved the plan.</summary>
    public sealed record OtherBodyDecides(AdjustmentKind Kind, string Body) : Refusal;
}
