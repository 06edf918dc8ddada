using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Money;

/// <summary>Why money cannot be proposed or posted: all reasons at once.</summary>
public static class MoneyRules
{
    /// <summary>The kinds that can be proposed as the project stands; reversals start from the entry they undo.</summary>
    public static IReadOnlyList<MoneyEntryKind> KindsTaken(Project project) => project.Status switch
    {
        ProjectStatus.Accepted => [MoneyEntryKind.Advance, MoneyEntryKind.Payment, MoneyEntryKind.Recovery, MoneyEntryKind.Clearing, MoneyEntryKind.Settlement],
        ProjectStatus.Discontinued when project.Posted > Vnd.Zero => [MoneyEntryKind.Recovery],
        var status when status.TakesMoney() => [MoneyEntryKind.Advance, MoneyEntryKind.Payment, MoneyEntryKind.Recovery, MoneyEntryKind.Clearing],
        _ => [],
    };

    /// <summary>Whether money can be proposed at all: what the page's action asks.</summary>
    public static IReadOnlyList<Refusal> WhyNotPropose(Project project) =>
        KindsTaken(project).Count > 0 ? [] : [new MoneyRefusals.ProjectTakesNoMoney(project.Status)];

    /// <summary>
    /// A proposal is refused when posted + pending + its amount exceeds the limit; a pending recovery frees nothing.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNotPropose(Project project, MoneyEntry entry, DateOnly decidedOn, DateOnly today)
    {
        List<Refusal> refusals = [.. WhyNotTake(project, entry)];
        if (entry.Date < decidedOn) refusals.Add(new MoneyRefusals.DatedBeforeDecision(entry.Date, decidedOn));
        if (entry.Date > today) refusals.Add(new MoneyRefusals.DatedInFuture(entry.Date));
        refusals.AddRange(WhyNotProposeAmount(project, entry));
        return refusals;
    }

    // A settlement follows the acceptance; from a stopped project money only comes back, with a reason.
    private static IReadOnlyList<Refusal> WhyNotTake(Project project, MoneyEntry entry)
    {
        var status = project.Status;
        if (entry.ReversedKind is { } undone) return WhyNotUndo(status, undone);
        if (entry.Kind == MoneyEntryKind.Settlement)
        {
            // Before the acceptance the amounts say so.
            return status == ProjectStatus.Accepted || project.AcceptedSupport is null ? [] : [new MoneyRefusals.SettlementNeedsAcceptance(status)];
        }

        if (entry.Kind == MoneyEntryKind.Recovery && status == ProjectStatus.Discontinued)
        {
            return string.IsNullOrWhiteSpace(entry.LateReason) ? [new MoneyRefusals.LateRecoveryNeedsReason(status)] : [];
        }

        return status.TakesMoney() ? [] : [new MoneyRefusals.ProjectTakesNoMoney(status)];
    }

    /// <summary>
    /// Whether the project's state lets an entry of a kind be undone: a settlement while the project is settled, nothing
    /// else then; on a stopped project what moved money, its late recoveries included.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNotUndo(ProjectStatus status, MoneyEntryKind undone)
    {
        var isTaken = undone == MoneyEntryKind.Settlement ? status == ProjectStatus.Settled
            : status.TakesMoney() || (status == ProjectStatus.Discontinued && (undone is MoneyEntryKind.Advance or MoneyEntryKind.Payment or MoneyEntryKind.Recovery));
        return isTaken ? [] : [new MoneyRefusals.NotUndoneNow(undone, status)];
    }

    /// <summary>What the amounts alone refuse.</summary>
    internal static IReadOnlyList<Refusal> WhyNotProposeAmount(Project project, MoneyEntry entry) => entry.Amount <= Vnd.Zero
        ? [new MoneyRefusals.AmountNotPositive()]
        : [.. WhyNotAmount(project, entry, project.Pending, project.PendingRecovery, project.PendingClearing)];

    /// <summary>What the amounts alone refuse.</summary>
    internal static IReadOnlyList<Refusal> WhyNotPostAmount(Project project, MoneyEntry entry) =>
        [.. WhyNotAmount(project, entry, Vnd.Zero, Vnd.Zero, Vnd.Zero)];

    /// <summary>Validation checks again, against what is posted by now; who proposed may not validate.</summary>
    public static IReadOnlyList<Refusal> WhyNotPost(Project project, MoneyEntry entry, int? validatorId)
    {
        List<Refusal> refusals = [.. WhyNotDecide(entry, validatorId)];
        refusals.AddRange(WhyNotTake(project, entry));
        refusals.AddRange(WhyNotPostAmount(project, entry));
        return refusals;
    }

    /// <summary>An entry is decided once, by somebody who did not record it.</summary>
    public static IReadOnlyList<Refusal> WhyNotDecide(MoneyEntry entry, int? validatorId)
    {
        List<Refusal> refusals = [];
        if (entry.Verdict is not null) refusals.Add(new MoneyRefusals.AlreadyDecided(entry.Verdict.Posted, entry.Verdict.ByName));
        if (entry.ProposedById == validatorId) refusals.Add(new MoneyRefusals.ProposerMayNotValidate());
        return refusals;
    }

    private static IEnumerable<Refusal> WhyNotAmount(Project project, MoneyEntry entry, Vnd pending, Vnd pendingRecovery, Vnd pendingClearing)
    {
        var (amount, effect) = (entry.Amount, entry.Effect);
        if (entry.Kind == MoneyEntryKind.Clearing && amount > project.OpenAdvance - pendingClearing)
        {
            yield return new MoneyRefusals.ClearingBeyondAdvance(amount, project.OpenAdvance, pendingClearing);
        }

        if (entry.Kind == MoneyEntryKind.Settlement)
        {
            foreach (var refusal in WhyNotSettle(project, amount)) yield return refusal;
        }

        if (entry.ReversedKind == MoneyEntryKind.Advance && project.Advanced - amount < project.Cleared + pendingClearing)
        {
            yield return new MoneyRefusals.ReversalBelowCleared(amount, project.Advanced, project.Cleared + pendingClearing);
        }

        if (effect.IsNegative && amount + pendingRecovery > project.Posted)
        {
            yield return entry.ReversedKind is { } undone
                ? new MoneyRefusals.ReversalBeyondPosted(undone, amount, project.Posted, pendingRecovery)
                : new MoneyRefusals.RecoveryBeyondPosted(amount, project.Posted, pendingRecovery);
        }

        var remaining = project.DisbursementLimit - project.Posted - pending;
        if (effect > Vnd.Zero && amount > remaining)
        {
            yield return new MoneyRefusals.OverLimit(
                entry.Kind, amount, remaining, project.DisbursementLimit, project.LimitBasis, project.Posted, pending);
        }
    }

    // Posted ≤ settled ≤ accepted: what is not due comes back first, and nothing may still be on its way.
    private static IEnumerable<Refusal> WhyNotSettle(Project project, Vnd amount)
    {
        if (project.AcceptedSupport is not { } accepted)
        {
            yield return new MoneyRefusals.SettlementNeedsAcceptance(project.Status);
            yield break;
        }

        if (amount > accepted) yield return new MoneyRefusals.SettledBeyondAccepted(amount, accepted);
        if (amount < project.Posted) yield return new MoneyRefusals.SettledBelowPosted(amount, project.Posted);
        if (!project.Pending.IsZero || !project.PendingRecovery.IsZero || !project.PendingClearing.IsZero)
        {
            yield return new MoneyRefusals.MoneyStillWaiting(project.Pending, project.PendingRecovery, project.PendingClearing);
        }
    }

    /// <summary>A posted entry is undone once, wholly, with a reason.</summary>
    public static IReadOnlyList<Refusal> WhyNotReverse(MoneyEntry entry, IEnumerable<MoneyEntry> recorded, string? reason) =>
        [.. WhyNotReverse(entry, recorded), .. string.IsNullOrWhiteSpace(reason) ? [new MoneyRefusals.ReversalNeedsReason()] : Array.Empty<Refusal>()];

    /// <summary>The same before a reason is given: what the ledger's row asks.</summary>
    public static IReadOnlyList<Refusal> WhyNotReverse(MoneyEntry entry, IEnumerable<MoneyEntry> recorded)
    {
        List<Refusal> refusals = [];
        if (!entry.IsPosted || entry.Kind == MoneyEntryKind.Reversal) refusals.Add(new MoneyRefusals.NotReversible(entry.Voucher));
        if (recorded.Any(e => e.ReversesId == entry.Id && e.IsLive)) refusals.Add(new MoneyRefusals.AlreadyReversed(entry.Voucher));
        return refusals;
    }
}
