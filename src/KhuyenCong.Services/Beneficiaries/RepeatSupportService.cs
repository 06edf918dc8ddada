using KhuyenCong.Data;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>The radar of repeated support: other approved or planned projects of the same beneficiary in other years, tranches or sources.</summary>
public sealed class RepeatSupportService(AppDbContext db, TimeProvider clock)
{
    /// <summary>For some projects, such as those that an adjustment touches; those without a repeat are left out. One SQL command.</summary>
    public async Task<Result<RepeatedProject[]>> OfProjectsAsync(Actor actor, IReadOnlyCollection<int> projectIds, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var all = await db.WithCandidatesAsync(db.NewestTerms().Where(t => projectIds.Contains(t.ProjectId)), clock.Today(), stop);
        return RepeatSupportQuery.Compare(all.Where(p => projectIds.Contains(p.Subject.ProjectId)).OrderBy(p => p.Subject.ProjectId), all).ToArray();
    }
}
