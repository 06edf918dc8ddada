using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Projects;

/// <summary>The one way to read terms.</summary>
public static class TermsAsOfDay
{
    /// <summary>
    /// The terms in force on a day: for each project those of the latest decision effective by that day, ties in
    /// register order. A project that no decision has approved yet has its draft's terms; one approved only after
    /// that day has none.
    /// </summary>
    public static IQueryable<ProjectTerms> TermsAsOf(this AppDbContext db, DateOnly day)
    {
        var all = db.ProjectTerms;
        return all.Where(t => t.EffectiveFrom == null
            ? !all.Any(o => o.ProjectId == t.ProjectId && o.EffectiveFrom != null)
            : t.EffectiveFrom <= day && !all.Any(o => o.ProjectId == t.ProjectId && o.EffectiveFrom <= day
                && (o.EffectiveFrom > t.EffectiveFrom || (o.EffectiveFrom == t.EffectiveFrom && o.DecisionId > t.DecisionId))));
    }
}
