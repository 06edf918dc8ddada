using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Submits a plan, and returns it with a reason.</summary>
public sealed class PlanSubmissionService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Submits the plan as it was shown; refused with all reasons when incomplete.</summary>
    public async Task<Result> SubmitAsync(Actor actor, int planId, int version, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansSubmit)) return Failure.Forbidden;
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        if (plan.Version != version) return await db.StaleAsync(planId, version, stop);
        var lines = await db.PlanLinesAsync(plan, clock.Today(), stop);
        if (PlanRules.WhyNotSubmit(plan, lines) is { Count: > 0 } refusals) return Failure.Refused(refusals);

        plan.Move(PlanAction.Submit, actor, clock.NowUtc());
        return await db.SaveEditAsync(actor, null, () => db.StaleAsync(planId, version, stop), stop);
    }

    /// <summary>Returns a submitted or appraised plan to its author.</summary>
    public async Task<Result> ReturnAsync(Actor actor, int planId, int version, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansReturn)) return Failure.Forbidden;
        if (VietnameseText.CleanLines(reason) is not { } why) return Failure.Invalid("Reason", "Nhập lý do trả lại.");
        if (why.Length > 2000) return Failure.Invalid("Reason", "Lý do dài không quá 2.000 ký tự.");
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        if (plan.Version != version) return await db.StaleAsync(planId, version, stop);
        IReadOnlyList<Refusal> refusals = PlanRules.WhyNotMove(plan, PlanAction.Return);
        if (refusals.Count > 0) return Failure.Refused(refusals);

        plan.Move(PlanAction.Return, actor, clock.NowUtc(), why);
        return await db.SaveEditAsync(actor, why, () => db.StaleAsync(planId, version, stop), stop);
    }
}
