using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>
/// Finds support of the same beneficiary elsewhere: by the register's row or tax code, else by the folded name in an
/// overlapping area. One SQL command, whatever the number of projects.
/// </summary>
internal static class RepeatSupportQuery
{
    /// <summary>The projects asked about, in no order, and all that may support the same beneficiaries.</summary>
    public static Task<List<SeenProject>> WithCandidatesAsync(this AppDbContext db, IQueryable<ProjectTerms> asked, DateOnly today, CancellationToken stop)
    {
        var (terms, projects) = (asked.Select(t => t.Id), asked.Select(t => t.ProjectId));
        var named = db.Set<Dictionary<string, object>>("TermsBeneficiary").Where(l => terms.Contains(EF.Property<int>(l, "TermsId"))).Select(l => EF.Property<int>(l, "BeneficiaryId"))
            .Union(db.Contracts.Where(c => projects.Contains(c.ProjectId)).Select(c => c.BeneficiaryId));
        var units = db.Set<TermsArea>().Where(a => terms.Contains(a.TermsId)).Select(a => a.UnitId);
        var anywhere = asked.Where(t => t.AreaScope == AreaScope.WholeProvince && t.BeneficiaryText != t.ImplementingUnit);
        var ids = terms.Union(db.BySameRows(named)).Union(db.InSameAreas(units, anywhere));
        return db.NewestTerms().Where(t => ids.Contains(t.Id)).ReadSubjectsAsync(db, today, stop);
    }

    /// <summary>The same for terms that are only proposed: all that may support the same beneficiaries.</summary>
    public static Task<List<SeenProject>> CandidatesAsync(this AppDbContext db, IReadOnlyCollection<ProjectTerms> proposed, DateOnly today, CancellationToken stop)
    {
        var rows = proposed.SelectMany(t => t.Beneficiaries).Select(b => b.Id).Distinct().ToList();
        var places = proposed.SelectMany(t => t.Areas).Select(a => a.UnitId).Distinct().ToList();
        var isAnywhere = proposed.Any(t => t.AreaScope == AreaScope.WholeProvince && t.BeneficiaryText != t.ImplementingUnit);
        var named = db.Beneficiaries.Where(b => rows.Contains(b.Id)).Select(b => b.Id);
        var units = db.Units.Where(u => places.Contains(u.Id)).Select(u => u.Id);
        var ids = db.BySameRows(named).Union(db.InSameAreas(units, db.ProjectTerms.Where(_ => isAnywhere)));
        return db.NewestTerms().Where(t => ids.Contains(t.Id)).ReadSubjectsAsync(db, today, stop);
    }

    /// <summary>Those asked about that are supported elsewhere, in the order they are given.</summary>
    public static IReadOnlyList<RepeatedProject> Compare(IEnumerable<SeenProject> asked, IEnumerable<SeenProject> all)
    {
        var others = all.Where(o => o.Shown.Status is not (ProjectStatus.Rejected or ProjectStatus.Withdrawn) && o.Shown is not { Status: ProjectStatus.Discontinued, Support.IsZero: true }).ToList();
        var byRow = others.SelectMany(o => o.Subject.Rows, (o, row) => (o, row)).ToLookup(x => x.row, x => x.o);
        var byTaxCode = others.SelectMany(o => o.Subject.TaxCodes, (o, code) => (o, code)).ToLookup(x => x.code, x => x.o, StringComparer.Ordinal);
        var byName = others.SelectMany(o => o.Subject.Names, (o, name) => (o, name)).ToLookup(x => x.name, x => x.o, StringComparer.Ordinal);
        List<RepeatedProject> found = [];
        foreach (var (subject, _, shown) in asked)
        {
            var sameRow = subject.Rows.SelectMany(row => byRow[row]).Concat(subject.TaxCodes.SelectMany(code => byTaxCode[code])).Select(o => o with { Shown = o.Shown with { SameRow = true } });
            var sameName = subject.Names.SelectMany(name => byName[name]).Where(o => subject.OverlapsWith(o.Subject));
            var repeats = sameRow.Concat(sameName).Where(o => IsElsewhere(subject, o.Subject)).Select(o => o.Shown).DistinctBy(o => o.ProjectId)
                .OrderByDescending(o => o.Year).ThenBy(o => o.PlanId).ThenBy(o => o.ProjectId).ToList();
            if (repeats.Count > 0) found.Add(new RepeatedProject(subject.ProjectId, shown.Name, repeats));
        }

        return found;
    }

    // Another plan is another year or tranche; within one plan only another source is.
    private static bool IsElsewhere(SupportSubject mine, SupportSubject other) =>
        other.ProjectId != mine.ProjectId && (other.PlanId != mine.PlanId || other.Source != mine.Source);

    // Each way of matching goes by its own index; the terms are then found by their keys.
    private static IQueryable<int> BySameRows(this AppDbContext db, IQueryable<int> named)
    {
        var links = db.Set<Dictionary<string, object>>("TermsBeneficiary");
        var rows = db.Beneficiaries.Where(b => named.Contains(b.Id));
        var roots = rows.Select(b => b.MergedIntoId ?? b.Id);
        var codes = rows.Where(b => b.TaxCode != null).Select(b => b.TaxCode);
        var family = db.Beneficiaries.Where(b => roots.Contains(b.Id) || roots.Contains(b.MergedIntoId!.Value) || codes.Contains(b.TaxCode)).Select(b => b.Id);
        return links.Where(l => family.Contains(EF.Property<int>(l, "BeneficiaryId"))).Select(l => EF.Property<int>(l, "TermsId"))
            .Union(db.ProjectTerms.Where(t => db.Contracts.Where(c => family.Contains(c.BeneficiaryId)).Select(c => c.ProjectId).Contains(t.ProjectId)).Select(t => t.Id));
    }

    // Names are compared in memory, among those whose areas can overlap.
    private static IQueryable<int> InSameAreas(this AppDbContext db, IQueryable<int> units, IQueryable<ProjectTerms> anywhere)
    {
        var within = db.Units.Where(u => units.Contains(u.FormerDistrictId!.Value) || (u.Level == UnitLevel.Commune && units.Contains(u.ParentId!.Value)) || u.Successors.Any(s => units.Contains(s.SuccessorId)))
            .Select(u => u.Id);
        var around = db.Units.Where(u => units.Contains(u.Id)).Select(u => u.FormerDistrictId ?? u.Id)
            .Union(db.Units.Where(u => units.Contains(u.Id) && u.Level == UnitLevel.Commune).Select(u => u.ParentId ?? u.Id))
            .Union(db.UnitSuccessions.Where(s => units.Contains(s.UnitId)).Select(s => s.SuccessorId));
        return db.Set<TermsArea>().Where(a => units.Contains(a.UnitId) || within.Contains(a.UnitId) || around.Contains(a.UnitId)).Select(a => a.TermsId)
            .Union(db.ProjectTerms.Where(t => t.AreaScope == AreaScope.WholeProvince || (t.AreaScope == AreaScope.Units && anywhere.Any())).Select(t => t.Id));
    }
}
