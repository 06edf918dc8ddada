using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Norms;

namespace KhuyenCong.Services.Plans;

/// <summary>Reads repeated support and norms for the pages that decide on projects. One SQL command, whatever the number of projects.</summary>
public sealed class PlanWarningsService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Of a whole plan, in the annex's order.</summary>
    public Task<Result<PlanWarnings>> OfPlanAsync(Actor actor, int planId, CancellationToken stop) =>
        ReadAsync(actor, db.NewestTerms().Where(t => t.Project!.PlanId == planId), p => p.PlanId == planId, stop);

    /// <summary>Of one project.</summary>
    public Task<Result<PlanWarnings>> OfProjectAsync(Actor actor, int projectId, CancellationToken stop) =>
        ReadAsync(actor, db.NewestTerms().Where(t => t.ProjectId == projectId), p => p.ProjectId == projectId, stop);

    private async Task<Result<PlanWarnings>> ReadAsync(Actor actor, IQueryable<ProjectTerms> asked, Func<SupportSubject, bool> isAsked, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var all = await db.WithCandidatesAsync(asked, clock.Today(), stop);
        var mine = all.Where(p => isAsked(p.Subject)).OrderBy(p => p.Subject.Order).ToList();
        return new PlanWarnings(RepeatSupportQuery.Compare(mine, all), [.. mine.Select(p => p.Norm).OfType<NormLine>()]);
    }
}
