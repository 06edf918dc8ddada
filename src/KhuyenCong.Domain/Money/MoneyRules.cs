using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Domain.Money;

/// <summary>Why money cannot be proposed or posted: all reasons at once.</summary>
public static class MoneyRules
{
    /// <summary>Whether money can be proposed at all: what the page's action asks.</summary>
    public static IReadOnlyList<Refusal> WhyNotPropose(ProjectStatus status) =>
        status.TakesMoney() ? [] : [new MoneyRefusals.ProjectTakesNoMoney(status)];

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

    /// <summary>
    /// Whether the project's state takes such an entry: a settlement follows the acceptance; from a stopped project
    /// money only comes back, with a reason; a settlement is undone only while the project is settled.
    /// </summary>
    private static IReadOnlyList<Refusal> WhyNotTake(Project project, MoneyEntry entry)
    {
        if (entry.Kind == MoneyEntryKind.Settlement)
        {
            return project.Status == ProjectStatus.Accepted ? [] : [new MoneyRefusals.SettlementNeedsAcceptance(project.Status)];
        }

        if (entry.ReversedKind == MoneyEntryKind.Settlement)
        {
            return project.Status == ProjectStatus.Settled ? [] : [new MoneyRefusals.ProjectTakesNoMoney(project.Status)];
        }

        if (project.Status == ProjectStatus.Discontinued && entry.Effect.IsNegative)
        {
            return string.IsNullOrWhiteSpace(entry.LateReason) ? [new MoneyRefusals.LateRecoveryNeedsReason(project.Status)] : [];
        }

        return WhyNotPropose(project.Status);
    }

    /// <summary>A voucher stands once among a project's entries that were not rejected.</summary>
    public static IReadOnlyList<Refusal> WhyNotVoucher(string voucher, IEnumerable<MoneyEntry> recorded) =>
    [
        .. recorded
            .Where(e => (e.Verdict is null or { Posted: true }) && VietnameseText.Fold(e.Voucher) == VietnameseText.Fold(voucher))
            .Take(1)
            .Select(e => new MoneyRefusals.VoucherTaken(e.Voucher, e.Date.Year)),
    ];

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

        if (entry.ReversedKind == MoneyEntryKind.Advance && project.Advanced - amount < project.Cleared)
        {
            yield return new MoneyRefusals.ReversalBelowCleared(amount, project.Advanced, project.Cleared);
        }

        if (effect.IsNegative && amount + pendingRecovery > project.Posted)
        {
            yield return new MoneyRefusals.RecoveryBeyondPosted(amount, project.Posted, pendingRecovery);
        }

        var remaining = project.DisbursementLimit - project.Posted - pending;
        if (effect > Vnd.Zero && amount > remaining)
        {
            yield return new MoneyRefusals.OverLimit(
                entry.ReversedKind ?? entry.Kind, amount, remaining, project.DisbursementLimit, project.Contracted is not null, project.Posted, pending);
        }
    }

    // Posted ≤ settled ≤ accepted: what is not due comes back first, and nothing may still be on its way.
    private static IEnumerable<Refusal> WhyNotSettle(Project project, Vnd amount)
    {
        var accepted = project.AcceptedSupport ?? Vnd.Zero;
        if (amount > accepted) yield return new MoneyRefusals.SettledBeyondAccepted(amount, accepted);
        if (amount < project.Posted) yield return new MoneyRefusals.SettledBelowPosted(amount, project.Posted);
        if (!project.Pending.IsZero || !project.PendingRecovery.IsZero || !project.PendingClearing.IsZero)
        {
            yield return new MoneyRefusals.MoneyStillWaiting(project.Pending, project.PendingRecovery, project.PendingClearing);
        }
    }

    /// <summary>A posted entry is undone once, wholly, with a reason.</summary>
    public static IReadOnlyList<Refusal> WhyNotReverse(MoneyEntry entry, IEnumerable<MoneyEntry> recorded, string? reason)
    {
        List<Refusal> refusals = [];
        if (entry.Verdict is not { Posted: true } || entry.Kind == MoneyEntryKind.Reversal) refusals.Add(new MoneyRefusals.NotReversible(entry.Voucher));
        if (recorded.Any(e => e.ReversesId == entry.Id && (e.Verdict is null or { Posted: true }))) refusals.Add(new MoneyRefusals.AlreadyReversed(entry.Voucher));
        if (string.IsNullOrWhiteSpace(reason)) refusals.Add(new MoneyRefusals.ReversalNeedsReason());
        return refusals;
    }
}
