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
    public static IReadOnlyList<Refusal> WhyNotPropose(
        Project project, MoneyEntryKind kind, Vnd amount, DateOnly date, DateOnly decidedOn, DateOnly today)
    {
        List<Refusal> refusals = [.. WhyNotPropose(project.Status)];
        if (date < decidedOn) refusals.Add(new MoneyRefusals.DatedBeforeDecision(date, decidedOn));
        if (date > today) refusals.Add(new MoneyRefusals.DatedInFuture(date));
        refusals.AddRange(WhyNotProposeAmount(project, kind, amount));
        return refusals;
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
    internal static IReadOnlyList<Refusal> WhyNotProposeAmount(Project project, MoneyEntryKind kind, Vnd amount) => amount <= Vnd.Zero
        ? [new MoneyRefusals.AmountNotPositive()]
        : [.. WhyNotAmount(project, kind, amount, project.Pending, project.PendingRecovery)];

    /// <summary>What the amounts alone refuse.</summary>
    internal static IReadOnlyList<Refusal> WhyNotPostAmount(Project project, MoneyEntry entry) =>
        [.. WhyNotAmount(project, entry.Kind, entry.Amount, Vnd.Zero, Vnd.Zero)];

    /// <summary>Validation checks again, against what is posted by now; who proposed may not validate.</summary>
    public static IReadOnlyList<Refusal> WhyNotPost(Project project, MoneyEntry entry, int? validatorId)
    {
        List<Refusal> refusals = [.. WhyNotDecide(entry, validatorId)];
        refusals.AddRange(WhyNotPropose(project.Status));
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

    private static IEnumerable<Refusal> WhyNotAmount(Project project, MoneyEntryKind kind, Vnd amount, Vnd pending, Vnd pendingRecovery)
    {
        if (kind == MoneyEntryKind.Recovery)
        {
            if (amount + pendingRecovery > project.Posted)
            {
                yield return new MoneyRefusals.RecoveryBeyondPosted(amount, project.Posted, pendingRecovery);
            }

            yield break;
        }

        var remaining = project.DisbursementLimit - project.Posted - pending;
        if (amount > remaining)
        {
            yield return new MoneyRefusals.OverLimit(
                kind, amount, remaining, project.DisbursementLimit, project.Contracted is not null, project.Posted, pending);
        }
    }
}
