using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Decisions;

/// <summary>Why a decision cannot be entered or corrected: all reasons at once.</summary>
public static class DecisionRules
{
    /// <summary>A number is used once for each issuing body and year, whatever the kind of decision.</summary>
    public static IReadOnlyList<Refusal> WhyNotNumber(string number, int year, IEnumerable<string> taken) =>
        taken.Contains(number, StringComparer.OrdinalIgnoreCase) ? [new PlanRefusals.DecisionNumberTaken(number, year)] : [];

    /// <param name="decision">As it stands.</param>
    /// <param name="corrected">As it shall be.</param>
    /// <param name="taken">Numbers of the body's other decisions of that year.</param>
    /// <param name="today">Today in Vietnam.</param>
    public static IReadOnlyList<Refusal> WhyNotCorrect(Decision decision, DecisionMetadata corrected, IEnumerable<string> taken, DateOnly today)
    {
        List<Refusal> refusals = [.. WhyNotNumber(corrected.Number, decision.Year, taken)];
        if (!DecisionMetadata.Of(decision).DifferencesTo(corrected).Any()) refusals.Add(new DecisionRefusals.NothingCorrected());
        if (corrected.IssuedOn is not { } day) return refusals;
        if (day > today) refusals.Add(new PlanRefusals.DecisionDateInFuture(day));
        else if (day.Year != decision.Year) refusals.Add(new DecisionRefusals.DateOutsideYear(day, decision.Year));
        else if (day > decision.EffectiveFrom) refusals.Add(new DecisionRefusals.IssuedAfterEffect(day, decision.EffectiveFrom));
        return refusals;
    }
}
