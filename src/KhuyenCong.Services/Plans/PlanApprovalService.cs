using FluentValidation;
using FluentValidation.Results;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>
/// Approves an appraised plan with its decision, all or nothing: the hash of what was submitted is signed, the decision
/// and its file enter the register, the plan's projects come into force and their support is taken from the allotment.
/// </summary>
public sealed class PlanApprovalService(
    IDbContextFactory<AppDbContext> databases, DecisionMaking decisions, DocumentIntake documents, IValidator<ApprovalRequest> validator, TimeProvider clock)
{
    /// <summary>
    /// Approves the plan as it was shown. Another plan that took of the same allotment meanwhile is no staleness: the
    /// rules are asked again with what is left.
    /// </summary>
    public async Task<Result> ApproveAsync(Actor actor, int planId, ApprovalRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansApprove)) return Failure.Forbidden;
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        var shape = await validator.ValidateAsync(request, stop);
        if (request.File is { } upload && await documents.WhyNotPdfAsync(upload, stop) is { } problem)
        {
            shape.Errors.Add(new ValidationFailure(nameof(request.File), problem));
        }

        return shape.IsValid ? await databases.RetryAsync(db => ApproveAsync(db, actor, planId, request, stop), stop) : Failure.Invalid(shape);
    }

    private async Task<Result> ApproveAsync(AppDbContext db, Actor actor, int planId, ApprovalRequest request, CancellationToken stop)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        if (plan.Version != request.Version) return await db.StaleAsync(planId, request.Version, stop);
        if (!await db.Organisations.AnyAsync(o => o.Id == request.IssuingBodyId, stop)) return Failure.Invalid(nameof(request.IssuingBodyId), "Chọn cơ quan ban hành.");
        var submission = await db.Submissions.NewestAsync(ApprovalSubject.Plan, planId, stop);
        var content = await CanonicalPlan.OfDraftAsync(db, plan, stop);
        if (await SignedContent.WhyNotAsync(db, submission, request.Sha256, content, plan.Title, stop) is { } moved) return moved;

        var lines = await db.PlanLinesAsync(plan, clock.Today(), DecisionMaking.EffectiveFrom(request) ?? clock.Today(), stop);
        var terms = await db.ProjectTerms.Where(t => t.Project!.PlanId == planId && t.DecisionId == null)
            .Include(t => t.Funding).Include(t => t.Project).Include(t => t.Areas).ThenInclude(a => a.Unit).ToListAsync(stop);
        int[] years = [.. terms.SelectMany(t => t.Funding).Where(f => !f.Amount.IsZero).Select(f => f.Year).Append(plan.Year).Distinct()];
        var allotments = await db.Allotments.Where(a => years.Contains(a.Year)).ToListAsync(stop);
        var figures = terms.Aggregate(PlanFigures.None, (sum, t) => sum + PlanFigures.Of(t));
        var (step, delegation, whyNotSign) = await SignedContent.StepAsync(db, submission!, isDecision: true, actor, clock.Today(), stop);
        List<Refusal> refusals = [.. PlanRules.WhyNotApprove(plan, lines, [.. allotments.Select(a => (a.Year, a.Free))], actor), .. whyNotSign.Where(r => r is not ApprovalRefusals.SubmitterMayNotSign)];
        refusals.AddRange(await decisions.WhyNotAsync(db, plan, request, figures, stop));
        refusals.AddRange(await db.WhyNotYearsAsync(years, stop));
        var isFree = refusals.Count == 0;
        if (DecisionMaking.EffectiveFrom(request) is { } day)
        {
            refusals.AddRange(DecisionDayRules.WhyNotPlaces(day, terms));
            if (isFree || day.Year != plan.Year) refusals.AddRange(await db.WhyNotDayAsync(day, isFree ? Moves(terms) : [], stop));
        }

        if (refusals.Count > 0) return Failure.Refused(refusals);

        await db.SignAsync(submission!, step!, actor, delegation, null, clock.NowUtc(), stop);
        var kind = plan.Tranche.IsSupplement ? DecisionKind.Supplement : DecisionKind.Approve;
        var decision = await decisions.MakeAsync(actor, request, new DecisionSubject(plan, kind, figures, figures.Support, submission!.Id), stop);
        Carry(db, plan, terms, allotments, decision, actor);
        await db.SaveAsync(actor, VietnameseText.CleanLines(request.DifferenceReason), stop);
        return Result.Done;
    }

    private static IReadOnlyList<BudgetMove> Moves(List<ProjectTerms> terms) =>
        BudgetMove.Sum(terms.SelectMany(t => t.Funding).Select(f => new BudgetMove(f.Year, f.Source, f.Amount, Vnd.Zero)));

    private void Carry(AppDbContext db, Plan plan, List<ProjectTerms> terms, List<Allotment> allotments, Decision decision, Actor actor)
    {
        var now = clock.NowUtc();
        db.Decisions.Add(decision);
        foreach (var line in terms)
        {
            line.Decide(decision);
            line.Project!.Approve(line.Support, plan.Source, actor, now);
        }

        foreach (var move in Moves(terms)) allotments.Single(a => a.Year == move.Year && a.Source == move.Source).Allocate(move.Allocated);

        plan.Move(PlanAction.Approve, actor, now);
    }
}
