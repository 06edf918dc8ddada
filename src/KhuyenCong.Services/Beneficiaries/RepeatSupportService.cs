using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>The radar of repeated support: other approved or planned projects of the same beneficiary in other years, tranches or sources.</summary>
public sealed class RepeatSupportService(AppDbContext db)
{
    /// <summary>For each project of a plan; those without a repeat are left out. Two SQL commands.</summary>
    public async Task<Result<RepeatedProject[]>> OfPlanAsync(Actor actor, int planId, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        return (await db.RepeatSupportAsync(db.NewestTerms().Where(t => t.Project!.PlanId == planId).OrderBy(t => t.Project!.Group!.Ordinal).ThenBy(t => t.Project!.Ordinal), stop)).ToArray();
    }

    /// <summary>For some projects, such as those that an adjustment touches. Two SQL commands.</summary>
    public async Task<Result<RepeatedProject[]>> OfProjectsAsync(Actor actor, IReadOnlyCollection<int> projectIds, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        return (await db.RepeatSupportAsync(db.NewestTerms().Where(t => projectIds.Contains(t.ProjectId)).OrderBy(t => t.ProjectId), stop)).ToArray();
    }
}
