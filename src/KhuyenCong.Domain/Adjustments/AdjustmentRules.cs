using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>Why an adjustment cannot be edited, submitted or decided: all reasons at once.</summary>
public static class AdjustmentRules
{
    public static IReadOnlyList<Refusal> WhyNotMove(Adjustment adjustment, AdjustmentAction action) =>
        AdjustmentWorkflow.Next(adjustment.Status, action) is null ? [new AdjustmentRefusals.WrongStatus(action, adjustment.Status)] : [];

    /// <summary>Only approved plans of open years are adjusted.</summary>
    public static IReadOnlyList<Refusal> WhyNotStart(Plan plan) =>
        plan.Status == PlanStatus.Approved ? [] : [new AdjustmentRefusals.PlanNotApproved(plan.Status)];

    /// <summary>What was ever submitted has a history that others rely on; it is not discarded.</summary>
    public static IReadOnlyList<Refusal> WhyNotDiscard(Adjustment adjustment) =>
        adjustment.Round > 0 ? [new AdjustmentRefusals.WasSubmitted()] : WhyNotMove(adjustment, AdjustmentAction.Edit);

    /// <summary>
    /// What stands against the lines as they are: shown while drafting, and the guard of submission and decision.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="effects">What the lines make of the projects as they stand now.</param>
    /// <param name="limits">Budgets, closed years and norms.</param>
    public static IReadOnlyList<Refusal> WhyNotLines(
        Plan plan, IReadOnlyList<AdjustmentEffect> effects, AdjustmentLimits limits) =>
    [
        .. WhyNotStart(plan),
        .. effects.Count == 0 ? [new AdjustmentRefusals.NoLines()] : Array.Empty<Refusal>(),
        .. effects.SelectMany(AdjustmentLineRules.WhyNot),
        .. WhyNotBudgets(effects, limits),
        .. limits.Check(effects).Where(c => c.Finding.Verdict == NormVerdict.Over && string.IsNullOrWhiteSpace(c.Effect.After.OverNormReason))
            .Select(c => new ApprovalRefusals.OverNorm(c.Effect.Of?.Project.Id ?? 0, c.Effect.After.Name, c.Effect.After.Support, c.Finding.Limit!.Value)),
    ];

    /// <summary>Complete, free of refusals, and still with its author.</summary>
    public static IReadOnlyList<Refusal> WhyNotSubmit(
        Adjustment adjustment, Plan plan, IReadOnlyList<AdjustmentEffect> effects, AdjustmentLimits limits) =>
        [.. WhyNotMove(adjustment, AdjustmentAction.Submit), .. WhyNotLines(plan, effects, limits)];

    /// <summary>What blocks the decision whatever it says.</summary>
    public static IReadOnlyList<Refusal> WhyNotApprove(
        Adjustment adjustment, Plan plan, IReadOnlyList<AdjustmentEffect> effects, AdjustmentLimits limits) =>
        [.. WhyNotMove(adjustment, AdjustmentAction.Approve), .. WhyNotLines(plan, effects, limits)];

    // Over the whole adjustment: what one line gives back another may take.
    private static IEnumerable<Refusal> WhyNotBudgets(IReadOnlyList<AdjustmentEffect> effects, AdjustmentLimits limits)
    {
        foreach (var move in BudgetMove.All(effects))
        {
            if (limits.ClosedYears.Contains(move.Year)) yield return new MoneyRefusals.YearClosed(move.Year);
            else if (move.Taken > Vnd.Zero && WhyNotTake(move, limits) is { } refusal) yield return refusal;
        }
    }

    private static Refusal? WhyNotTake(BudgetMove move, AdjustmentLimits limits)
    {
        var matching = limits.Free.Where(b => b.Year == move.Year && b.Budget.Source == move.Source).Select(b => b.Budget).ToList();
        if (matching.Count == 0) return new AdjustmentRefusals.NoAllotment(move.Year, move.Source);
        var budget = matching[0];
        return move.Taken <= budget.Unallocated ? null
            : new AdjustmentRefusals.OverAllotment(move.Year, move.Source, move.Taken, budget.Unallocated, budget.Allotted, budget.Allocated);
    }
}
