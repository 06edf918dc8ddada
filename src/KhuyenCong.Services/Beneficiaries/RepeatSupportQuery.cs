using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>
/// Finds support of the same beneficiary elsewhere: by the register's row or tax code, else by the folded name in an
/// overlapping area. One SQL command for what is asked about and one for what may match, whatever their number.
/// </summary>
internal static class RepeatSupportQuery
{
    public static async Task<IReadOnlyList<RepeatedProject>> RepeatSupportAsync(this AppDbContext db, IQueryable<ProjectTerms> asked, CancellationToken stop)
    {
        var mine = await asked.ReadSubjectsAsync(db, stop);
        var subjects = mine.ConvertAll(m => (m.Subject, m.Shown.Name));
        return await db.RepeatSupportAsync(subjects, stop);
    }

    public static async Task<IReadOnlyList<RepeatedProject>> RepeatSupportAsync(this AppDbContext db, IReadOnlyList<(SupportSubject Subject, string Name)> asked, CancellationToken stop)
    {
        if (asked.Count == 0) return [];
        var others = await db.CandidatesOf([.. asked.Select(a => a.Subject)]).ReadSubjectsAsync(db, stop);
        others.RemoveAll(o => o.Shown is { Status: ProjectStatus.Discontinued, Support.IsZero: true });
        var byRow = others.SelectMany(o => o.Subject.Rows, (o, row) => (o, row)).ToLookup(x => x.row, x => x.o);
        var byTaxCode = others.SelectMany(o => o.Subject.TaxCodes, (o, code) => (o, code)).ToLookup(x => x.code, x => x.o, StringComparer.Ordinal);
        var byName = others.SelectMany(o => o.Subject.Names, (o, name) => (o, name)).ToLookup(x => x.name, x => x.o, StringComparer.Ordinal);
        List<RepeatedProject> found = [];
        foreach (var (subject, name) in asked)
        {
            var sameRow = subject.Rows.SelectMany(row => byRow[row]).Concat(subject.TaxCodes.SelectMany(code => byTaxCode[code])).Select(o => (o.Subject, Shown: o.Shown with { SameRow = true }));
            var sameName = subject.Names.SelectMany(n => byName[n]).Where(o => subject.OverlapsWith(o.Subject));
            var repeats = sameRow.Concat(sameName).Where(o => IsElsewhere(subject, o.Subject)).Select(o => o.Shown).DistinctBy(o => o.ProjectId)
                .OrderByDescending(o => o.Year).ThenBy(o => o.PlanId).ThenBy(o => o.ProjectId).ToList();
            if (repeats.Count > 0) found.Add(new RepeatedProject(subject.ProjectId ?? 0, name, repeats));
        }

        return found;
    }

    // Another plan is another year or tranche; within one plan only another source is.
    private static bool IsElsewhere(SupportSubject mine, SupportSubject other) =>
        other.ProjectId != mine.ProjectId && (other.PlanId != mine.PlanId || other.Source != mine.Source);

    // Each way of matching goes by its own index; the terms are then found by their keys.
    private static IQueryable<ProjectTerms> CandidatesOf(this AppDbContext db, IReadOnlyList<SupportSubject> subjects)
    {
        var rows = subjects.SelectMany(s => s.Rows).Distinct().ToList();
        var codes = subjects.SelectMany(s => s.TaxCodes).Distinct(StringComparer.Ordinal).ToList();
        var named = subjects.Where(s => s.Names.Count > 0).ToList();
        var isAnywhere = named.Exists(s => s.Scope == AreaScope.WholeProvince);
        var family = db.Beneficiaries.Where(b => rows.Contains(b.Id) || rows.Contains(b.MergedIntoId!.Value) || codes.Contains(b.TaxCode!)).Select(b => b.Id);
        var ids = db.Set<Dictionary<string, object>>("TermsBeneficiary").Where(l => family.Contains(EF.Property<int>(l, "BeneficiaryId"))).Select(l => EF.Property<int>(l, "TermsId"))
            .Union(db.Contracts.Where(c => family.Contains(c.BeneficiaryId)).SelectMany(c => db.ProjectTerms.Where(t => t.ProjectId == c.ProjectId).Select(t => t.Id)));
        if (named.Count > 0) ids = ids.Union(db.ProjectTerms.Where(t => t.AreaScope == AreaScope.WholeProvince || (isAnywhere && t.AreaScope == AreaScope.Units)).Select(t => t.Id));
        if (named.Count > 0 && !isAnywhere) ids = ids.Union(db.InAreasOf(named));
        return db.NewestTerms().Where(t => ids.Contains(t.Id) && t.Project!.Status != ProjectStatus.Rejected && t.Project.Status != ProjectStatus.Withdrawn);
    }

    private static IQueryable<int> InAreasOf(this AppDbContext db, List<SupportSubject> subjects)
    {
        var places = subjects.SelectMany(s => s.Places).ToList();
        var units = places.Select(p => p.UnitId).Distinct().ToList();
        var around = units.Concat(places.SelectMany(p => p.Successors)).Concat(places.Select(p => p.DistrictId).OfType<int>()).Concat(places.Select(p => p.FormerDistrictId).OfType<int>()).Distinct().ToList();
        var within = db.Units.Where(u => units.Contains(u.FormerDistrictId!.Value) || (u.Level == UnitLevel.Commune && units.Contains(u.ParentId!.Value)) || u.Successors.Any(s => units.Contains(s.SuccessorId)))
            .Select(u => u.Id);
        return db.Set<TermsArea>().Where(a => around.Contains(a.UnitId) || within.Contains(a.UnitId)).Select(a => a.TermsId);
    }
}
