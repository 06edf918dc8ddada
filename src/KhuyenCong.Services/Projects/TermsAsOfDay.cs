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
    public static IQueryable<ProjectTerms> TermsAsOf(this AppDbContext db, DateOnly day) => Latest(db.ProjectTerms, day);

    /// <summary>The same, of what had been entered in the register before a moment, in UTC: what people knew then.</summary>
    public static IQueryable<ProjectTerms> TermsAsOf(this AppDbContext db, DateOnly day, DateTime recordedBefore) =>
        Latest(db.ProjectTerms.Where(t => t.DecisionId == null || t.Decision!.RecordedAt < recordedBefore), day);

    /// <summary>The terms in force once a decision was in the register: of those of its own day only the ones before it, and its own.</summary>
    public static IQueryable<ProjectTerms> TermsAsOf(this AppDbContext db, DateOnly day, int decisionId) =>
        Latest(db.ProjectTerms.Where(t => t.DecisionId == null || t.EffectiveFrom < day || t.DecisionId <= decisionId), day);

    private static IQueryable<ProjectTerms> Latest(IQueryable<ProjectTerms> all, DateOnly day) =>
        all.Where(t => t.EffectiveFrom == null
            ? !all.Any(o => o.ProjectId == t.ProjectId && o.EffectiveFrom != null)
            : t.EffectiveFrom <= day && !all.Any(o => o.ProjectId == t.ProjectId && o.EffectiveFrom <= day
                && (o.EffectiveFrom > t.EffectiveFrom || (o.EffectiveFrom == t.EffectiveFrom && o.DecisionId > t.DecisionId))));
}
