using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Norms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Reads projects as the radar of repeated support compares them.</summary>
internal static class SupportSubjects
{
    /// <summary>One SQL command. The Department's own organisations and the implementing unit are no beneficiaries to compare by name.</summary>
    public static async Task<List<SeenProject>> ReadSubjectsAsync(this IQueryable<ProjectTerms> terms, AppDbContext db, DateOnly today, CancellationToken stop)
    {
        var rows = await db.WithNorms(terms, today).AsNoTracking()
            .Select(n => new { t = n.Terms, n.Norm })
            .Select(x => new
            {
                x.t.ProjectId, x.t.Project!.PlanId, x.t.Project.Ordinal, GroupOrdinal = x.t.Project.Group!.Ordinal, x.t.Name, x.t.BeneficiaryText, x.t.ImplementingUnit, x.t.AreaScope, x.t.Project.Status, x.t.Project.Plan!.Year, x.t.Project.Plan.Tranche,
                PlanSource = x.t.Project.Plan.Source, Decision = x.t.Decision!.Number, Support = x.t.Funding.Sum(f => (long)f.Amount),
                Source = x.t.Funding.OrderByDescending(f => f.Year).ThenByDescending(f => (long)f.Amount).Select(f => (FundingSource?)f.Source).FirstOrDefault(),
                x.Norm, x.t.EligibleCost, x.t.Establishments, x.t.OverNormReason, NormTitle = db.SpendingNorms.Where(c => c.Id == x.t.NormId).Select(c => c.Title).FirstOrDefault(),
                IsOwn = db.Organisations.Any(o => o.Name == x.t.BeneficiaryText || o.ShortName == x.t.BeneficiaryText),
                Linked = x.t.Beneficiaries.Select(b => new { Root = b.MergedIntoId ?? b.Id, b.TaxCode }).ToList(),
                Contracted = x.t.Project.Contracts.Select(c => new { Root = c.Beneficiary!.MergedIntoId ?? c.BeneficiaryId, c.Beneficiary.TaxCode }).ToList(),
                Places = x.t.Areas.Select(a => new
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
                r.ProjectId, r.PlanId, (r.GroupOrdinal, r.Ordinal), source, r.AreaScope, isOwn ? [] : BeneficiaryNames.Of(r.BeneficiaryText),
                linked.Select(l => l.Root).ToHashSet(),
                linked.Select(l => l.TaxCode).OfType<string>().ToHashSet(StringComparer.Ordinal),
                [.. r.Places.Select(p => new SupportPlace(p.UnitId, p.District, p.FormerDistrictId, p.Successors))]);
            var support = new Vnd(r.Support);
            var norm = r.NormTitle is null ? null : new NormLine(
                r.ProjectId, r.Name, r.NormTitle, r.Norm?.LegalSource, support, NormCheck.Of(support, r.Norm, r.EligibleCost, r.Establishments), r.OverNormReason);
            return new SeenProject(subject, norm, new RepeatSupport(
                r.ProjectId, r.PlanId, r.Name, r.BeneficiaryText, r.Year, r.Tranche, source, r.Status, support, r.Decision, SameRow: false));
        });
    }
}

/// <summary>A project with what the pages show of it.</summary>
internal sealed record SeenProject(SupportSubject Subject, NormLine? Norm, RepeatSupport Shown);
