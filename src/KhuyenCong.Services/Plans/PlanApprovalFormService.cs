using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Reads what the page of approval needs.</summary>
public sealed class PlanApprovalFormService(AppDbContext db, PlanPageService plans)
{
    /// <summary>One SQL command more than the plan's own page.</summary>
    public async Task<Result<PlanApprovalForm>> ReadAsync(Actor actor, int planId, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansApprove)) return Failure.Forbidden;
        var plan = await plans.ReadAsync(actor, planId, null, stop);
        if (!plan.IsDone) return Failure.NotFound;
        var bodies = await db.Organisations.AsNoTracking().Where(o => o.Kind != OrganisationKind.Centre).OrderBy(o => o.Id)
            .Select(o => new { o.Id, o.Name, o.Kind }).ToListAsync(stop);
        var history = plan.Value.History;
        return new PlanApprovalForm(
            plan.Value,
            history.FirstOrDefault(h => h.Action == PlanAction.Submit),
            history.FirstOrDefault(h => h.Action == PlanAction.Appraise),
            [.. bodies.Select(b => new DraftChoice(b.Id.ToString(CultureInfo.InvariantCulture), b.Name))],
            bodies.FirstOrDefault(b => b.Kind == OrganisationKind.Department)?.Id.ToString(CultureInfo.InvariantCulture));
    }
}
