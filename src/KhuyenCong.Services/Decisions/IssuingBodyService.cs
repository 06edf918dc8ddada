using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Decisions;

/// <summary>Reads who may issue decisions.</summary>
public sealed class IssuingBodyService(AppDbContext db)
{
    /// <summary>Every body but the Centre; the one that approved the plan is marked. One SQL command.</summary>
    public async Task<IReadOnlyList<IssuingBody>> ReadAsync(Actor actor, int planId, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return [];
        return await db.Organisations.AsNoTracking().Where(o => o.Kind != OrganisationKind.Centre).OrderBy(o => o.Id).Select(o => new IssuingBody(
            o.Id, o.Name, db.Decisions.Where(d => d.PlanId == planId).OrderBy(d => d.Id).Select(d => (int?)d.IssuingBodyId).FirstOrDefault() == o.Id)).ToListAsync(stop);
    }
}
