using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Makes an empty draft and discards a draft that was never submitted.</summary>
public sealed class DraftPlanService(IDbContextFactory<AppDbContext> databases, IValidator<NewPlanRequest> validator)
{
    /// <returns>The new plan's id.</returns>
    public async Task<Result<int>> CreateAsync(Actor actor, NewPlanRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result<int>>(
            async db =>
            {
                var plan = await NewAsync(db, actor, request, illustrative: false, stop);
                if (!plan.IsDone) return Failure.Refused(plan.Refusals);
                await db.SaveAsync(actor, null, stop);
                return plan.Value.Id;
            },
            stop);
    }

    /// <summary>Discards a draft; what was ever submitted stays.</summary>
    public async Task<Result> DiscardAsync(Actor actor, int planId, int version, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var plan = await db.Plans.Include(p => p.Groups).ThenInclude(g => g.Projects).SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        if (PlanRules.WhyNotDiscard(plan) is { Count: > 0 } refusals) return Failure.Refused(refusals);
        if (plan.Version != version) return await db.StaleAsync(planId, version, stop);

        await db.ProjectTerms.Where(t => t.Project!.PlanId == planId).Include(t => t.Funding).Include(t => t.Areas).Include(t => t.Beneficiaries).LoadAsync(stop);
        db.RemoveRange(plan.Groups.SelectMany(g => g.Projects));
        db.RemoveRange(plan.Groups);
        db.Remove(plan);
        return await db.SaveEditAsync(actor, null, () => db.StaleAsync(planId, version, stop), stop);
    }

    /// <summary>The draft of a tranche that has no plan yet, added to the context and not saved.</summary>
    internal static async Task<Result<Plan>> NewAsync(AppDbContext db, Actor actor, NewPlanRequest request, bool illustrative, CancellationToken stop)
    {
        var tranche = new Tranche(request.Tranche!.Value);
        if (await db.Plans.AnyAsync(p => p.Year == request.Year && p.Tranche == tranche, stop))
        {
            return Failure.Refused(new PlanRefusals.TrancheTaken(request.Year!.Value, tranche));
        }

        var plan = new Plan
        {
            Year = request.Year!.Value, Tranche = tranche, Source = request.Source!.Value, CreatedById = actor.UserId!.Value,
            IsIllustrative = illustrative, Title = PlanTitles.Of(request.Source.Value, tranche, request.Year.Value),
        };
        db.Plans.Add(plan);
        return plan;
    }
}
