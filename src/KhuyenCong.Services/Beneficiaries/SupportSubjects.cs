using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Reads projects as the radar of repeated support compares them.</summary>
internal static class SupportSubjects
{
    /// <summary>One SQL command. The Department's own organisations and the implementing unit are no beneficiaries to compare by name.</summary>
    public static async Task<List<(SupportSubject Subject, RepeatSupport Shown)>> ReadSubjectsAsync(this IQueryable<ProjectTerms> terms, AppDbContext db, CancellationToken stop)
    {
        var rows = await terms.AsNoTracking()
            .Select(t => new
            {
                t.ProjectId, t.Project!.PlanId, t.Name, t.BeneficiaryText, t.ImplementingUnit, t.AreaScope, t.Project.Status, t.Project.Plan!.Year, t.Project.Plan.Tranche,
                PlanSource = t.Project.Plan.Source, Decision = t.Decision!.Number, Support = t.Funding.Sum(f => (long)f.Amount),
                Source = t.Funding.OrderByDescending(f => f.Year).ThenByDescending(f => (long)f.Amount).Select(f => (FundingSource?)f.Source).FirstOrDefault(),
                IsOwn = db.Organisations.Any(o => o.Name == t.BeneficiaryText || o.ShortName == t.BeneficiaryText),
                Linked = t.Beneficiaries.Select(b => new { Root = b.MergedIntoId ?? b.Id, b.TaxCode }).ToList(),
                Contracted = t.Project.Contracts.Select(c => new { Root = c.Beneficiary!.MergedIntoId ?? c.BeneficiaryId, c.Beneficiary.TaxCode }).ToList(),
                Places = t.Areas.Select(a => new
                {
                    a.UnitId, a.Unit!.FormerDistrictId, District = a.Unit.Level == UnitLevel.Commune ? a.Unit.ParentId : null,
                    Successors = a.Unit.Successors.Select(s => s.SuccessorId).ToList(),
                }).ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(stop);
        return rows.ConvertAll(r =>
        {
            var linked = r.Linked.Concat(r.Contracted).ToList();
            var isOwn = r.IsOwn || VietnameseText.Fold(r.BeneficiaryText) == VietnameseText.Fold(r.ImplementingUnit);
            var source = r.Source ?? r.PlanSource;
            var subject = new SupportSubject(
                r.ProjectId, r.PlanId, source, r.AreaScope, isOwn ? [] : BeneficiaryNames.Of(r.BeneficiaryText),
                linked.Select(l => l.Root).ToHashSet(),
                linked.Select(l => l.TaxCode).OfType<string>().ToHashSet(StringComparer.Ordinal),
                [.. r.Places.Select(p => new SupportPlace(p.UnitId, p.District, p.FormerDistrictId, p.Successors))]);
            return (subject, new RepeatSupport(
                r.ProjectId, r.PlanId, r.Name, r.BeneficiaryText, r.Year, r.Tranche, source, r.Status, new Vnd(r.Support), r.Decision, SameRow: false));
        });
    }
}
