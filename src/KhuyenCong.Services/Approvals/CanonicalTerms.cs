using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Projects;

namespace KhuyenCong.Services.Approvals;

/// <summary>Everything that terms say, as lines of a canonical text. Needs funding, areas with units, and beneficiaries loaded.</summary>
internal static partial class CanonicalTerms
{
    public static CanonicalText Terms(this CanonicalText text, string path, ProjectTerms terms)
    {
        text.Add($"{path}.name", terms.Name)
            .Add($"{path}.implementing", terms.ImplementingUnit)
            .Add($"{path}.beneficiary", terms.BeneficiaryText)
            .Add($"{path}.register", string.Join(' ', terms.Beneficiaries.Select(b => b.Id).Order().Select(id => id.ToString(CultureInfo.InvariantCulture))))
            .Add($"{path}.objectives", terms.Objectives)
            .Add($"{path}.area", AreaOf(terms))
            .Add($"{path}.from", terms.StartMonth)
            .Add($"{path}.to", terms.EndMonth);
        foreach (var share in terms.Funding.Where(f => !f.Amount.IsZero).OrderBy(f => f.Year).ThenBy(f => f.Source))
        {
            text.Add(string.Create(CultureInfo.InvariantCulture, $"{path}.support.{share.Source}.{share.Year}"), share.Amount);
        }

        return text.Add($"{path}.counterpart", terms.Counterpart).Add($"{path}.other", terms.Other)
            .Add($"{path}.norm", terms.NormId).Add($"{path}.eligible", terms.EligibleCost).Add($"{path}.establishments", terms.Establishments)
            .Add($"{path}.overNorm", terms.OverNormReason).Add($"{path}.note", terms.Note)
            .Add($"{path}.stopped", terms.IsStopped ? "1" : null);
    }

    // Codes are reused over time: a unit is named by its code and since when it is valid, with its name for readers.
    private static string AreaOf(ProjectTerms terms) => terms.AreaScope == AreaScope.Units
        ? string.Join("; ", terms.Areas.Select(a => a.Unit!).OrderBy(u => u.Code, StringComparer.Ordinal).ThenBy(u => u.ValidFrom)
            .Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Code}@{u.ValidFrom:yyyy-MM-dd} {u.Name}")))
        : terms.AreaScope.ToString();

    /// <summary>A place of a canonical text as people read it: «Toàn tỉnh», or the units' names alone.</summary>
    public static string AreaShown(string value) => Enum.TryParse<AreaScope>(value, out var scope)
        ? AreaNames.Of(scope, Array.Empty<string>()) ?? "chưa có"
        : UnitCodes().Replace(value, string.Empty);

    [GeneratedRegex(@"(?<=^|; )\S+@\d{4}-\d{2}-\d{2} ", RegexOptions.None, 1000)]
    private static partial Regex UnitCodes();
}
