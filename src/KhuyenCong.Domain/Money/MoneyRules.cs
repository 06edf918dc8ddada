using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Money;

/// <summary>Why money cannot be proposed or posted: all reasons at once.</summary>
public static class MoneyRules
{
    /// <summary>
    /// A proposal is refused when posted + pending + its amount exceeds the limit; a pending recovery frees nothing.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNotPropose(
        Project project, MoneyEntryKind kind, Vnd amount, DateOnly date, DateOnly decidedOn, DateOnly today)
    {
        List<Refusal> refusals = [.. WhyNotDated(project, date, decidedOn, today)];
        if (amount <= Vnd.Zero) refusals.Add(new MoneyRefusals.AmountNotPositive());
        else refusals.AddRange(WhyNotAmount(project, kind, amount, project.Pending, project.PendingRecovery));
        return refusals;
    }

    /// <summary>Validation checks again, against what is posted by now; who proposed may not validate.</summary>
    public static IReadOnlyList<Refusal> WhyNotPost(Project project, MoneyEntry entry, int? validatorId)
    {
        List<Refusal> refusals = [.. WhyNotDecide(entry, validatorId)];
        if (!project.Status.TakesMoney()) refusals.Add(new MoneyRefusals.ProjectTakesNoMoney(project.Status));
        refusals.AddRange(WhyNotAmount(project, entry.Kind, entry.Amount, Vnd.Zero, Vnd.Zero));
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

    private static IEnumerable<Refusal> WhyNotDated(Project project, DateOnly date, DateOnly decidedOn, DateOnly today)
    {
        if (!project.Status.TakesMoney()) yield return new MoneyRefusals.ProjectTakesNoMoney(project.Status);
        if (date < decidedOn) yield return new MoneyRefusals.DatedBeforeDecision(date, decidedOn);
        if (date > today) yield return new MoneyRefusals.DatedInFuture(date);
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
