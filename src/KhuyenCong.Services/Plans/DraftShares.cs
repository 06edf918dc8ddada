using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Plans;

/// <summary>The support of a draft's project by source and budget year, as its form writes it.</summary>
internal static class DraftShares
{
    /// <summary>The plan's own source and year have a field of their own.</summary>
    public static Failure? WhyNot(Plan plan, DraftProjectRequest request)
    {
        var own = (request.Shares ?? []).Select((s, i) => (Share: s, Index: i)).FirstOrDefault(s => s.Share.Source == plan.Source && s.Share.Year == plan.Year);
        if (own.Share is null) return null;
        var source = StatusText.Short(plan.Source);
        return Failure.Invalid($"{nameof(request.Shares)}[{own.Index}].{nameof(DraftShareRequest.Year)}", $"Phần {source} năm {plan.Year} ghi ở ô «{source} hỗ trợ» bên trên.");
    }

    /// <summary>Writes the plan's own share, and the others where the form holds them.</summary>
    public static void Write(ProjectTerms terms, Plan plan, DraftProjectRequest request)
    {
        bool IsOwn(TermsFunding share) => share.Source == plan.Source && share.Year == plan.Year;
        if (request.Shares is { } typed)
        {
            var kept = typed.Where(s => !s.Value.IsZero).ToDictionary(s => (s.Source!.Value, s.Year!.Value), s => s.Value);
            foreach (var gone in terms.Funding.Where(f => !IsOwn(f) && !kept.ContainsKey((f.Source, f.Year))).ToList()) terms.Funding.Remove(gone);
            foreach (var ((source, year), amount) in kept) terms.SetFunding(source, year, amount);
        }

        // Nothing from the plan's own source is no share of it, unless there is no other.
        var own = request.SupportAmount;
        if (!own.IsZero || terms.Funding.Count == 0 || terms.Funding.Any(IsOwn)) terms.SetFunding(plan.Source, plan.Year, own);
    }

    /// <summary>The other shares in the form's words.</summary>
    public static IReadOnlyList<DraftShareRequest> Of(Plan plan, IEnumerable<TermsFunding> funding) =>
    [
        .. funding.Where(f => !f.Amount.IsZero && (f.Source != plan.Source || f.Year != plan.Year)).OrderBy(f => f.Year).ThenBy(f => f.Source)
            .Select(f => new DraftShareRequest { Source = f.Source, Year = f.Year, Amount = VndFormat.Dong(f.Amount) }),
    ];

    /// <summary>"KCQG 2024: 50.000.000 đ; KCĐP 2025: 20.000.000 đ"; null for none.</summary>
    public static string? Shown(IEnumerable<DraftShareRequest>? shares)
    {
        var told = (shares ?? []).Where(s => s.Source is not null && !s.Value.IsZero).OrderBy(s => s.Year).ThenBy(s => s.Source)
            .Select(s => $"{StatusText.Short(s.Source!.Value)} {s.Year}: {VndFormat.DongShort(s.Value)}").ToList();
        return told.Count == 0 ? null : string.Join("; ", told);
    }
}
