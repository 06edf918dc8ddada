using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Norms;

/// <summary>Which row of a norm counts.</summary>
internal static class NormsInForce
{
    /// <summary>
    /// Terms with the row of their norm's code that is enabled and valid on the day of their decision; on the given day
    /// while there is none.
    /// </summary>
    public static IQueryable<TermsNorm> WithNorms(this AppDbContext db, IQueryable<ProjectTerms> terms, DateOnly undecided) => terms.Select(t => new TermsNorm
    {
        Terms = t,
        Norm = db.SpendingNorms.Where(n => n.Enabled && db.SpendingNorms.Any(c => c.Id == t.NormId && c.Code == n.Code)
            && n.ValidFrom <= (t.EffectiveFrom ?? undecided) && (n.ValidTo == null || n.ValidTo >= (t.EffectiveFrom ?? undecided))).FirstOrDefault(),
    });
}

/// <summary>Terms beside the row of their norm; null when none is named or in force.</summary>
internal sealed class TermsNorm
{
    public required ProjectTerms Terms { get; init; }

    public required SpendingNorm? Norm { get; init; }
}
