using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using static KhuyenCong.Domain.Adjustments.AdjustmentKind;
using static KhuyenCong.Domain.Adjustments.AdjustmentRefusals;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>What stands against the lines of one project.</summary>
public static class AdjustmentLineRules
{
    private static readonly AdjustmentKind[] Exclusive = [StopProject, MoveToNextYear, MoveSource];

    internal static IEnumerable<Refusal> WhyNot(AdjustmentEffect effect)
    {
        if (effect.Of is null) return WhyNotAdd(effect);
        return
        [
            .. WhyNotTogether(effect),
            .. effect.Lines.SelectMany(line => WhyNotLine(line, effect.Of)),
            .. WhyNotSupport(effect),
            .. effect.After.StartMonth is { } start && effect.After.EndMonth is { } end && end < start
                ? [new EndsBeforeStart(effect.Of.Project.Id, effect.Of.Terms.Name)] : Array.Empty<Refusal>(),
        ];
    }

    /// <summary>Which states take which change: a stopped or accepted project only gives back what is left.</summary>
    public static bool Takes(ProjectStatus status, AdjustmentKind kind) => kind switch
    {
        LowerSupport => status.IsUnderWay() || status is ProjectStatus.Accepted or ProjectStatus.Liquidated or ProjectStatus.Settled or ProjectStatus.Discontinued,
        MoveToNextYear => status.IsUnderWay() || status is ProjectStatus.Accepted or ProjectStatus.Liquidated,
        _ => status.IsUnderWay(),
    };

    /// <summary>What the support of a project can be lowered to, as its money stands.</summary>
    public static Vnd Least(Project project)
    {
        Vnd[] floors = [project.Posted + project.Pending, project.Settled ?? project.AcceptedSupport ?? Vnd.Zero, project.ContractsFollowSupport ? Vnd.Zero : project.Contracted ?? Vnd.Zero];
        return floors.Max();
    }

    /// <summary>A project that is carried over ends within the next budget year; what was to end later yet may stay so.</summary>
    public static IReadOnlyList<Refusal> WhyNotEndThen(AdjustmentLine line, ProjectTerms terms)
    {
        if (line.Kind != MoveToNextYear || (line.EndMonth ?? terms.EndMonth) is not { } end) return [];
        var next = terms.BudgetYear + 1;
        return end.Year == next || (end.Year > next && end == terms.EndMonth) ? [] : [new EndsOutsideNextYear(terms.ProjectId, terms.Name, end, next)];
    }

    private static IEnumerable<Refusal> WhyNotAdd(AdjustmentEffect effect)
    {
        var (line, after) = (effect.Lines[0], effect.After);
        var isComplete = after.Name.Length > 0 && after.BeneficiaryText.Length > 0 && after.ImplementingUnit.Length > 0 && line.CategoryId is not null
            && after.AreaScope != AreaScope.Unset && after.StartMonth is not null && after.EndMonth is not null && after.Support > Vnd.Zero;
        if (!isComplete) yield return new AddIncomplete(line.Ordinal);
        if (after.StartMonth is { } start && after.EndMonth is { } end && end < start) yield return new EndsBeforeStart(0, after.Name);
    }

    private static IEnumerable<Refusal> WhyNotTogether(AdjustmentEffect effect)
    {
        var (id, name) = (effect.Of!.Project.Id, effect.Of.Terms.Name);
        foreach (var twice in effect.Lines.GroupBy(l => l.Kind).Where(g => g.Count() > 1)) yield return new KindTwice(id, name, twice.Key);
        var kinds = effect.Lines.Select(l => l.Kind).Distinct().ToList();
        if (kinds.Contains(RaiseSupport) && kinds.Contains(LowerSupport)) yield return new KindsExclude(id, name, RaiseSupport, LowerSupport);
        foreach (var alone in Exclusive.Where(kinds.Contains))
        {
            // Whoever stops or moves money changes it in this way only; words may change along with a move.
            var other = kinds.Find(k => k != alone && (alone == StopProject || k is RaiseSupport or LowerSupport || Exclusive.Contains(k)));
            if (kinds.Any(k => k == other && k != alone)) yield return new KindsExclude(id, name, alone, other);
        }
    }

    private static IEnumerable<Refusal> WhyNotLine(AdjustmentLine line, AdjustedProject of)
    {
        var (project, terms) = (of.Project, of.Terms);
        var (id, name) = (project.Id, terms.Name);
        if (!Takes(project.Status, line.Kind)) yield return new NotAdjustable(id, name, line.Kind, project.Status);
        if (ChangesNothing(line, of)) yield return new NothingChanges(id, name, line.Kind);
        if (line.Kind == RaiseSupport && line.Support <= terms.Support) yield return new RaiseNotHigher(id, name, line.Support.Value, terms.Support);
        if (line.Kind == LowerSupport && line.Support >= terms.Support) yield return new LowerNotLower(id, name, line.Support.Value, terms.Support);
        var isWaiting = !project.Pending.IsZero || !project.PendingRecovery.IsZero || !project.PendingClearing.IsZero;
        if (isWaiting && (line.Kind is StopProject or MoveToNextYear or MoveSource))
        {
            yield return new MoneyWaiting(id, name, line.Kind, project.Pending, project.PendingRecovery, project.PendingClearing);
        }

        if (line.Kind == StopProject && project.Posted > Vnd.Zero && (line.PlannedRecovery is null || (line.PlannedRecovery > Vnd.Zero && line.RecoverBy is null)))
        {
            yield return new StopNeedsRecoveryPlan(id, name, project.Posted);
        }

        if (line.Kind == StopProject && line.PlannedRecovery > project.Posted) yield return new RecoveryBeyondPosted(id, name, line.PlannedRecovery.Value, project.Posted);
        if (line.Kind == MoveSource && !project.Posted.IsZero) yield return new SourceAfterDisbursement(id, name, project.Posted);
        if (line.Kind == MoveToNextYear && (project.Remaining <= Vnd.Zero || project.Remaining > terms.LatestShare)) yield return new NothingToCarryOver(id, name);
        foreach (var outside in WhyNotEndThen(line, terms)) yield return outside;
    }

    private static IEnumerable<Refusal> WhyNotSupport(AdjustmentEffect effect)
    {
        var (project, terms) = (effect.Of!.Project, effect.Of.Terms);
        var (id, name, asked) = (project.Id, terms.Name, effect.After.Support);
        if (effect.Stops || asked >= terms.Support) yield break;
        if (asked < project.Posted + project.Pending) yield return new LowerBelowSpent(id, name, asked, project.Posted, project.Pending);
        if (!project.ContractsFollowSupport && project.Contracted is { } contracted && asked < contracted) yield return new LowerBelowContracted(id, name, asked, contracted);
        if (project.Settled is { } settled && asked < settled) yield return new LowerBelowSettled(id, name, asked, settled);
        else if (project.Settled is null && project.AcceptedSupport is { } accepted && asked < accepted) yield return new LowerBelowAccepted(id, name, asked, accepted);
        if (terms.Support - asked > terms.LatestShare) yield return new LowerIntoEarlierYear(id, name, terms.LatestShare);
    }

    private static bool ChangesNothing(AdjustmentLine line, AdjustedProject of)
    {
        var terms = of.Terms;
        return line.Kind switch
        {
            RaiseSupport or LowerSupport => line.Support is null,
            ReplaceBeneficiary => line.BeneficiaryText is null || line.BeneficiaryText == terms.BeneficiaryText,
            ChangePlace => line.AreaScope == AreaScope.Unset || (line.AreaScope == terms.AreaScope
                && line.Areas.Select(a => a.UnitId).ToHashSet().SetEquals(terms.Areas.Select(a => a.UnitId))),
            ChangeDates => (line.StartMonth ?? terms.StartMonth) == terms.StartMonth && (line.EndMonth ?? terms.EndMonth) == terms.EndMonth,
            ChangeContent => (line.Name ?? terms.Name) == terms.Name && (line.Objectives ?? terms.Objectives) == terms.Objectives
                && (line.ImplementingUnit ?? terms.ImplementingUnit) == terms.ImplementingUnit
                && (line.Counterpart ?? terms.Counterpart) == terms.Counterpart && (line.Other ?? terms.Other) == terms.Other,
            MoveSource => line.Source is null || terms.Funding.All(f => f.Amount.IsZero || f.Source == line.Source),
            AddProject or StopProject or MoveToNextYear => false,
        };
    }
}
