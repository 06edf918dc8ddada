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
    DateOnly? StartMonth, DateOnly? EndMonth, IReadOnlyList<FundingShare> Funding, Vnd Counterpart, Vnd Other, string? Note,
    int? DecisionId, string? DecisionNumber, DateOnly? EffectiveFrom)
{
    /// <summary>State support over all sources.</summary>
    public Vnd Support => Funding.Sum(f => f.Amount);

    /// <summary>Support + counterpart + other.</summary>
    public Vnd Total => Support + Counterpart + Other;
}

/// <summary>The project's counters as they stand now, or as they stood on a past day.</summary>
/// <param name="Support">Approved support in force.</param>
/// <param name="Contracted">Sum of contracts; null without one.</param>
/// <param name="Advanced">Posted advances.</param>
/// <param name="Paid">Posted payments.</param>
/// <param name="Recovered">Posted recoveries.</param>
/// <param name="Posted">Net disbursed.</param>
/// <param name="Pending">Outgoing entries waiting for the accountant.</param>
/// <param name="PendingRecovery">Recoveries waiting for the accountant.</param>
/// <param name="Limit">What net disbursement may not exceed.</param>
/// <param name="AcceptedSupport">Support found acceptable; null before acceptance.</param>
public sealed record MoneyTable(
    Vnd Support, Vnd? Contracted, Vnd Advanced, Vnd Paid, Vnd Recovered, Vnd Posted, Vnd Pending, Vnd PendingRecovery, Vnd Limit, Vnd? AcceptedSupport)
{
    /// <summary>Support − net disbursed.</summary>
    public Vnd Remaining => Support - Posted;

    /// <summary>What may still be proposed.</summary>
    public Vnd Proposable => Limit - Posted - Pending;

    internal static MoneyTable Of(Project project) => new(
        project.Support, project.Contracted, project.Advanced, project.Paid, project.Recovered, project.Posted, project.Pending,
        project.PendingRecovery, project.DisbursementLimit, project.AcceptedSupport);

    /// <summary>A past day's money; nobody knows any more what was pending then.</summary>
    internal static MoneyTable Of(BudgetFigures then)
    {
        Vnd? contracted = then.Contracted.IsZero ? null : then.Contracted;
        return new(
            then.Support, contracted, then.Advanced, then.Paid, then.Recovered, then.Disbursed, Vnd.Zero, Vnd.Zero, contracted ?? then.Support,
            then.Accepted.IsZero ? null : then.Accepted);
    }
}

/// <summary>One officer's time with the project.</summary>
public sealed record AssignmentRow(int Id, int OfficerId, string Officer, DateOnly From, DateOnly? Until, bool IsToday);

/// <summary>What the person may do here, and for each why not now: the answers of the rules that guard the actions.</summary>
public sealed record ProjectActions(ActionState Report, ActionState Contract, ActionState Start, ActionState Accept, ActionState Propose, ActionState Assign);

/// <summary>One action.</summary>
/// <param name="IsOffered">The person holds the permission and the action is possible now or later; else it is not shown at all.</param>
/// <param name="WhyNot">Unmet conditions; none when it can be done.</param>
public sealed record ActionState(bool IsOffered, IReadOnlyList<Refusal> WhyNot)
{
    /// <summary>Offered and possible now.</summary>
    public bool IsOpen => IsOffered && WhyNot.Count == 0;
}
