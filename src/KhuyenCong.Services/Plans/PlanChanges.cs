using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>What moved in a plan since a version was shown, told from the audit trail.</summary>
internal static class PlanChanges
{
    private const int Most = 300;

    /// <summary>The 409 report: each changed value as the user saw it, beside what stands now.</summary>
    public static async Task<Failure> StaleAsync(this AppDbContext db, int planId, int seenVersion, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        var entries = await EntriesSinceAsync(db, planId, seenVersion, stop);
        var projects = await db.Projects.AsNoTracking().Where(p => p.PlanId == planId)
            .Select(p => new { p.Id, p.Code, Terms = p.Terms.Select(t => t.Id).ToList(), Opinions = p.Opinions.Select(o => o.Id).ToList() })
            .ToListAsync(stop);
        var units = entries.Where(e => e.Entity == nameof(TermsArea)).Select(e => int.Parse(e.EntityKey.Split('/')[1], CultureInfo.InvariantCulture)).Distinct().ToList();
        var added = entries.Where(e => e.Entity == nameof(Project) && e.Action == AuditAction.Added).Select(e => e.EntityKey).ToHashSet(StringComparer.Ordinal);
        var known = projects.Where(p => !added.Contains(p.Id.ToString(CultureInfo.InvariantCulture))).ToList();
        var texts = new PlanChangeTexts(
            planId,
            projects.ToDictionary(p => p.Id, p => p.Code),
            known.SelectMany(p => p.Terms, (p, t) => (t, p.Code)).ToDictionary(t => t.t, t => t.Code),
            projects.SelectMany(p => p.Opinions, (p, o) => (o, p.Code)).ToDictionary(o => o.o, o => o.Code),
            await db.Units.Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, stop));

        var last = entries.LastOrDefault(e => texts.Tell(e).Any());
        return Failure.StaleContent(new StaleReport(plan.Title, last?.ActorName, last?.At, [.. entries.SelectMany(texts.Tell)]));
    }

    private static async Task<List<AuditEntry>> EntriesSinceAsync(AppDbContext db, int planId, int seenVersion, CancellationToken stop)
    {
        var seen = $"\"{seenVersion.ToString(CultureInfo.InvariantCulture)}\"]";
        var key = planId.ToString(CultureInfo.InvariantCulture);
        var shown = await db.AuditEntries
            .Where(e => e.Entity == nameof(Plan) && e.EntityKey == key && e.Changes.Contains("\"Version\":[") && e.Changes.Contains(seen))
            .OrderByDescending(e => e.Number).Select(e => new { e.Number, e.At, e.ActorId }).FirstOrDefaultAsync(stop);
        var (since, at, by) = (shown?.Number ?? 0, shown?.At ?? default, shown?.ActorId);

        // The other entries of the save that made the shown version follow its own: they were shown too.
        return await db.AuditEntries.AsNoTracking()
            .Where(e => e.Number > since && !(e.At == at && e.ActorId == by))
            .Where(e => (e.Entity == nameof(Plan) && e.EntityKey == key)
                || e.Entity == nameof(TermsFunding) || e.Entity == nameof(TermsArea) || e.Entity == nameof(AppraisalOpinion)
                || (e.Entity == nameof(ProjectTerms) && e.Action == AuditAction.Changed)
                || (e.Entity == nameof(Project) && (e.Action != AuditAction.Changed || e.Changes.Contains("\"Ordinal\":[") || e.Changes.Contains("\"GroupId\":["))))
            .OrderBy(e => e.Number).Take(Most).ToListAsync(stop);
    }
}
