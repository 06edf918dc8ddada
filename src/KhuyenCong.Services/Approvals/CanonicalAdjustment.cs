using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Approvals;

/// <summary>
/// The canonical text of an adjustment: its lines with their reasons, and for each project the terms before and after.
/// Terms that moved since are another «before», and so another text.
/// </summary>
internal static class CanonicalAdjustment
{
    /// <summary>How the name of a project begins that an adjustment adds; the ordinal of its line follows.</summary>
    public const string Added = "new";

    public static CanonicalText Of(Adjustment adjustment, IReadOnlyList<AdjustmentEffect> effects)
    {
        var text = new CanonicalText("khuyencong/dieu-chinh/1")
            .Add("adjustment", adjustment.Id).Add("plan", adjustment.PlanId).Add("ordinal", adjustment.Ordinal).Add("reason", adjustment.Reason);
        foreach (var document in adjustment.Documents.OrderBy(d => d.Id)) text.Add("document", document.Sha256);
        foreach (var effect in effects)
        {
            var path = PathOf(effect);
            foreach (var line in effect.Lines.OrderBy(l => l.Ordinal))
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"line.{line.Ordinal}");
                text.Add($"{at}.kind", line.Kind.ToString()).Add($"{at}.of", path).Add($"{at}.reason", line.Reason)
                    .Add($"{at}.category", line.CategoryId).Add($"{at}.recover", line.PlannedRecovery).Add($"{at}.recoverBy", line.RecoverBy);
            }

            if (effect.Before is { } before) text.Terms($"{path}.before", before);
            text.Terms($"{path}.after", effect.After);
        }

        return text.Add("sum.support", effects.Sum(e => e.Change));
    }

    // An added project has no code before the decision makes it.
    private static string PathOf(AdjustmentEffect effect) => effect.Of is { } of
        ? $"project.{of.Project.Code}"
        : string.Create(CultureInfo.InvariantCulture, $"project.{Added}{effect.Lines[0].Ordinal}");
}
