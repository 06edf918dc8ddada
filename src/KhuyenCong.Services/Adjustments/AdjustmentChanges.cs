using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Puts what an adjustment makes of a project into words and sums.</summary>
internal static class AdjustmentChanges
{
    /// <summary>What it adds to the plan's count and sums.</summary>
    public static PlanFigures FiguresOf(AdjustmentEffect effect) =>
        PlanFigures.Of(effect.After) - (effect.Before is { } before ? PlanFigures.Of(before) : PlanFigures.None);

    public static AdjustmentChange Of(AdjustmentEffect effect, IEnumerable<SpendingNorm> norms) => new(
        effect.Of?.Project.Id, effect.Of?.Project.Code, effect.Before?.Name ?? effect.After.Name, effect.Of?.Project.Status,
        [.. effect.Lines.OrderBy(l => l.Ordinal).Select(l => new AdjustmentChangeLine(l.Id, l.Ordinal, l.Kind, l.Reason, l.PlannedRecovery, l.RecoverBy))],
        Fields(effect, norms), effect.Before?.Support ?? Vnd.Zero, effect.After.Support, [.. effect.Budget]);

    // Told from the same canonical lines that are hashed: what is shown is what is signed.
    private static IReadOnlyList<StaleRow> Fields(AdjustmentEffect effect, IEnumerable<SpendingNorm> norms)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (var norm in norms) names[FormattableString.Invariant($"norm {norm.Id}")] = norm.Title;
        foreach (var beneficiary in effect.After.Beneficiaries.Concat(effect.Before?.Beneficiaries ?? [])) names[FormattableString.Invariant($"register {beneficiary.Id}")] = beneficiary.Name;

        var before = new CanonicalText("khuyencong");
        if (effect.Before is { } terms) before.Terms("terms", terms);
        return CanonicalDiff.Rows(before.ToString(), new CanonicalText("khuyencong").Terms("terms", effect.After).ToString(), names);
    }
}
