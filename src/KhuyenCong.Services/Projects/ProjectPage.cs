using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Reports;

namespace KhuyenCong.Services.Projects;

/// <summary>What stands on every tab of a project's page: who and where it is, its money in one table, what can be done.</summary>
public sealed record ProjectPage
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required int Version { get; init; }

    /// <summary>The name on the day asked about, or the first one it had.</summary>
    public required string Name { get; init; }

    public required ProjectStatus Status { get; init; }

    public required int PlanId { get; init; }

    public required int Year { get; init; }

    public required Tranche Tranche { get; init; }

    /// <summary>The plan holds made-up content.</summary>
    public required bool IsIllustrative { get; init; }

    public required string CategoryCode { get; init; }

    public required string CategoryTitle { get; init; }

    /// <summary>Its category demands a contract, or it has one.</summary>
    public required bool UnderContract { get; init; }

    /// <summary>The day that the facts are told of.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day on which the page is read.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>A past day is told of: status and money are those of that day too; the steps and actions are not.</summary>
    public bool IsPast => Day < Today;

    /// <summary>The terms of that day; null when no decision was in force yet.</summary>
    public required ProjectFacts? Facts { get; init; }

    public required MoneyTable Money { get; init; }

    /// <summary>The kinds of money entries that can be proposed now.</summary>
    public required IReadOnlyList<MoneyEntryKind> KindsTaken { get; init; }

    public required ProjectSchedule Schedule { get; init; }

    public required DateOnly? LastProgressOn { get; init; }

    public required DateOnly? AcceptedOn { get; init; }

    /// <summary>Assignments, the newest first.</summary>
    public required IReadOnlyList<AssignmentRow> Assignments { get; init; }

    public required IReadOnlyList<WorkStep> Steps { get; init; }

    public required ProjectActions Actions { get; init; }

    /// <summary>Who follows the project today.</summary>
    public AssignmentRow? Officer => Assignments.FirstOrDefault(a => a.IsToday);
}

/// <summary>What a decision may change, as it was on a day.</summary>
public sealed record ProjectFacts(
    string Name, string BeneficiaryText, string ImplementingUnit, string? Objectives, Domain.Territory.AreaScope AreaScope, IReadOnlyList<string> Areas,
    DateOnly? StartMonth, DateOnly? EndMonth, IReadOnlyList<SupportShare> Funding, Vnd Counterpart, Vnd Other, string? Note,
    int? DecisionId, string? DecisionNumber, DateOnly? EffectiveFrom)
{
    /// <summary>State support over all sources.</summary>
    public Vnd Support => Funding.Sum(f => f.Amount);

    /// <summary>Part of it was carried over: a share says of which year it is.</summary>
    public bool IsOfSeveralYears => Funding.Select(f => f.Year).Distinct().Count() > 1;

    /// <summary>Support + counterpart + other.</summary>
    public Vnd Total => Support + Counterpart + Other;
}

/// <summary>What one source pays of a project's support in one budget year.</summary>
public sealed record SupportShare(FundingSource Source, int Year, Vnd Amount);

/// <summary>The project's counters as they stand now, or as they stood on a past day.</summary>
public sealed record MoneyTable
{
    /// <summary>Approved support in force.</summary>
    public required Vnd Support { get; init; }

    /// <summary>Sum of contracts; null without one.</summary>
    public required Vnd? Contracted { get; init; }

    /// <summary>Posted advances.</summary>
    public required Vnd Advanced { get; init; }

    /// <summary>Advances that papers have cleared.</summary>
    public required Vnd Cleared { get; init; }

    /// <summary>Advances that papers may still clear.</summary>
    public required Vnd OpenAdvance { get; init; }

    /// <summary>Posted payments.</summary>
    public required Vnd Paid { get; init; }

    /// <summary>Posted recoveries.</summary>
    public required Vnd Recovered { get; init; }

    /// <summary>Net disbursed.</summary>
    public required Vnd Posted { get; init; }

    /// <summary>Outgoing entries waiting for the accountant.</summary>
    public required Vnd Pending { get; init; }

    /// <summary>What would come back, waiting for the accountant.</summary>
    public required Vnd PendingRecovery { get; init; }

    /// <summary>Clearings waiting for the accountant.</summary>
    public required Vnd PendingClearing { get; init; }

    /// <summary>What net disbursement may not exceed.</summary>
    public required Vnd Limit { get; init; }

    public LimitBasis LimitBasis => Project.LimitBasisOf(Support, Contracted, AcceptedSupport);

    /// <summary>Support found acceptable; null before acceptance.</summary>
    public required Vnd? AcceptedSupport { get; init; }

    /// <summary>Found due in the end; null before settlement.</summary>
    public required Vnd? Settled { get; init; }

    /// <summary>Support − net disbursed.</summary>
    public Vnd Remaining => Support - Posted;

    /// <summary>What may still be proposed.</summary>
    public Vnd Proposable => Limit - Posted - Pending;

    internal static MoneyTable Of(Project project) => new()
    {
        Support = project.Support, Contracted = project.Contracted, Advanced = project.Advanced, Cleared = project.Cleared, OpenAdvance = project.OpenAdvance,
        Paid = project.Paid, Recovered = project.Recovered, Posted = project.Posted, Pending = project.Pending, PendingRecovery = project.PendingRecovery,
        PendingClearing = project.PendingClearing, Limit = project.DisbursementLimit, AcceptedSupport = project.AcceptedSupport, Settled = project.Settled,
    };

    /// <summary>A past day's money; nobody knows any more what was pending then.</summary>
    internal static MoneyTable Of(BudgetFigures then)
    {
        Vnd? contracted = then.Contracted.IsZero ? null : then.Contracted;
        Vnd? accepted = then.Accepted.IsZero ? null : then.Accepted;
        var open = then.Advanced - then.Cleared - then.Recovered;
        return new()
        {
            Support = then.Support, Contracted = contracted, Advanced = then.Advanced, Cleared = then.Cleared, OpenAdvance = open.IsNegative ? Vnd.Zero : open,
            Paid = then.Paid, Recovered = then.Recovered, Posted = then.Disbursed, Pending = Vnd.Zero, PendingRecovery = Vnd.Zero, PendingClearing = Vnd.Zero,
            Limit = Project.LimitOf(then.Support, contracted, accepted), AcceptedSupport = accepted, Settled = then.Settled.IsZero ? null : then.Settled,
        };
    }
}

/// <summary>One officer's time with the project.</summary>
public sealed record AssignmentRow(int Id, int OfficerId, string Officer, DateOnly From, DateOnly? Until, bool IsToday);

/// <summary>What the person may do here, and for each why not now: the answers of the rules that guard the actions.</summary>
public sealed record ProjectActions(
    ActionState Report, ActionState Contract, ActionState Appendix, ActionState Start, ActionState Accept, ActionState Propose, ActionState Assign);

/// <summary>One action.</summary>
/// <param name="IsOffered">The person holds the permission and the action is possible now or later; else it is not shown at all.</param>
/// <param name="WhyNot">Unmet conditions; none when it can be done.</param>
public sealed record ActionState(bool IsOffered, IReadOnlyList<Refusal> WhyNot)
{
    /// <summary>Offered and possible now.</summary>
    public bool IsOpen => IsOffered && WhyNot.Count == 0;
}
