using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Norms;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Reads repeated support and norms for the pages that decide on projects. Three SQL commands, whatever the number of projects.</summary>
public sealed class PlanWarningsService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Of a whole plan.</summary>
    public Task<Result<PlanWarnings>> OfPlanAsync(Actor actor, int planId, CancellationToken stop) =>
        ReadAsync(actor, db.NewestTerms().Where(t => t.Project!.PlanId == planId), stop);

    /// <summary>Of one project.</summary>
    public Task<Result<PlanWarnings>> OfProjectAsync(Actor actor, int projectId, CancellationToken stop) =>
        ReadAsync(actor, db.NewestTerms().Where(t => t.ProjectId == projectId), stop);

    private async Task<Result<PlanWarnings>> ReadAsync(Actor actor, IQueryable<ProjectTerms> terms, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var ordered = terms.OrderBy(t => t.Project!.Group!.Ordinal).ThenBy(t => t.Project!.Ordinal);
        return new PlanWarnings(await db.RepeatSupportAsync(ordered, stop), await NormsAsync(ordered.Where(t => t.NormId != null), stop));
    }

    private async Task<IReadOnlyList<NormLine>> NormsAsync(IQueryable<ProjectTerms> terms, CancellationToken stop)
    {
        var rows = await db.WithNorms(terms, clock.Today()).AsNoTracking()
            .Select(n => new
            {
                n.Terms.ProjectId, n.Terms.Name, n.Terms.EligibleCost, n.Terms.Establishments, n.Terms.OverNormReason, n.Norm,
                Title = db.SpendingNorms.Where(c => c.Id == n.Terms.NormId).Select(c => c.Title).First(), Support = n.Terms.Funding.Sum(f => (long)f.Amount),
            })
            .ToListAsync(stop);
        return rows.ConvertAll(r => new NormLine(
            r.ProjectId, r.Name, r.Title, r.Norm?.LegalSource, new Vnd(r.Support), NormCheck.Of(new Vnd(r.Support), r.Norm, r.EligibleCost, r.Establishments), r.OverNormReason));
    }
}
