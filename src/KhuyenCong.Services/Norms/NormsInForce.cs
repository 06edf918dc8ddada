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
    public static IQueryable<TermsNorm> WithNorms(this AppDbContext db, IQueryable<ProjectTerms> terms, DateOnly undecided) => terms
        .Select(t => new
        {
            Terms = t,
            InForce = db.SpendingNorms.Where(n => n.Enabled && n.Code == db.SpendingNorms.Where(c => c.Id == t.NormId).Select(c => c.Code).FirstOrDefault()
                && n.ValidFrom <= (t.EffectiveFrom ?? undecided) && (n.ValidTo == null || n.ValidTo >= (t.EffectiveFrom ?? undecided))).Select(n => (int?)n.Id).FirstOrDefault(),
        })
        .LeftJoin(db.SpendingNorms, t => t.InForce, n => n.Id, (t, n) => new TermsNorm { Terms = t.Terms, Norm = n });
}

/// <summary>Terms beside the row of their norm; null when none is named or in force.</summary>
internal sealed class TermsNorm
{
    public required ProjectTerms Terms { get; init; }

    public required SpendingNorm? Norm { get; init; }
}
