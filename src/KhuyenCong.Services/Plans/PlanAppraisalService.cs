using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Gives opinions on the projects of a submitted plan, and ends the appraisal.</summary>
public sealed class PlanAppraisalService(AppDbContext db, IValidator<AppraisalRequest> validator, TimeProvider clock)
{
    /// <summary>Keeps the opinions given so far; the plan stays submitted.</summary>
    public Task<Result> SaveAsync(Actor actor, int planId, AppraisalRequest request, CancellationToken stop) =>
        WriteAsync(actor, planId, request, finish: false, stop);

    /// <summary>Keeps the opinions and ends the appraisal; refused while a project has none.</summary>
    public Task<Result> FinishAsync(Actor actor, int planId, AppraisalRequest request, CancellationToken stop) =>
        WriteAsync(actor, planId, request, finish: true, stop);

    private async Task<Result> WriteAsync(Actor actor, int planId, AppraisalRequest request, bool finish, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansAppraise)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        if (plan.Version != request.Version) return await db.StaleAsync(planId, request.Version, stop);
        IReadOnlyList<Refusal> refusals = PlanRules.WhyNotOpine(plan, actor);
        if (refusals.Count > 0) return Failure.Refused(refusals);

        var opinions = await WriteOpinionsAsync(actor, plan, request, stop);
        if (finish)
        {
            var lines = (await db.PlanLinesAsync(plan, clock.Today(), stop))
                .Select(l => l with { Verdict = opinions.GetValueOrDefault(l.ProjectId) }).ToList();
            refusals = PlanRules.WhyNotAppraise(plan, lines, actor);
            if (refusals.Count > 0) return Failure.Refused(refusals);
            plan.Move(PlanAction.Appraise, actor, clock.NowUtc());
        }

        plan.Touch();
        return await db.SaveEditAsync(actor, null, () => db.StaleAsync(planId, request.Version, stop), stop);
    }

    private async Task<Dictionary<int, AppraisalVerdict?>> WriteOpinionsAsync(Actor actor, Plan plan, AppraisalRequest request, CancellationToken stop)
    {
        var projects = await db.Projects.Where(p => p.PlanId == plan.Id).Select(p => p.Id).ToListAsync(stop);
        var known = await db.Opinions.Where(o => o.Round == plan.Round && projects.Contains(o.ProjectId)).ToDictionaryAsync(o => o.ProjectId, stop);
        foreach (var given in Given(request, projects, known))
        {
            var note = VietnameseText.CleanLines(given.Note);
            if (!known.TryGetValue(given.ProjectId, out var opinion))
            {
                known[given.ProjectId] = opinion = new AppraisalOpinion
                {
                    ProjectId = given.ProjectId, Round = plan.Round, Verdict = given.Verdict!.Value, Note = note,
                    ById = actor.UserId!.Value, ByName = actor.Name, At = clock.NowUtc(),
                };
                db.Opinions.Add(opinion);
            }
            else if (opinion.Verdict != given.Verdict || opinion.Note != note)
            {
                (opinion.Verdict, opinion.Note) = (given.Verdict!.Value, note);
                (opinion.ById, opinion.ByName, opinion.At) = (actor.UserId!.Value, actor.Name, clock.NowUtc());
            }
        }

        return known.ToDictionary(o => o.Key, o => (AppraisalVerdict?)o.Value.Verdict);
    }

    private static List<OpinionRequest> Given(AppraisalRequest request, List<int> projects, Dictionary<int, AppraisalOpinion> known)
    {
        var given = request.Opinions.Where(o => o.Verdict is not null && projects.Contains(o.ProjectId)).ToList();
        if (!request.PassRest) return given;
        var notes = request.Opinions.ToLookup(o => o.ProjectId, o => o.Note);
        var rest = projects.Except(given.Select(o => o.ProjectId)).Where(id => !known.ContainsKey(id));
        given.AddRange(rest.Select(id => new OpinionRequest { ProjectId = id, Verdict = AppraisalVerdict.Passed, Note = notes[id].FirstOrDefault() }).ToList());
        return given;
    }
}
