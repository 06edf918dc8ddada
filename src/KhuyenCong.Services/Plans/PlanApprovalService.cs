using FluentValidation;
using FluentValidation.Results;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>
/// Approves an appraised plan with its decision, all or nothing: the decision and its file enter the register, the plan's
/// projects come into force and their support is taken from the allotment.
/// </summary>
public sealed class PlanApprovalService(
    IDbContextFactory<AppDbContext> databases, DocumentIntake documents, IValidator<ApprovalRequest> validator, TimeProvider clock)
{
    /// <summary>
    /// Approves the plan as it was shown. Another plan that took of the same allotment meanwhile is no staleness: the
    /// rules are asked again with what is left.
    /// </summary>
    public async Task<Result> ApproveAsync(Actor actor, int planId, ApprovalRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansApprove)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (request.File is { } upload && await DocumentIntake.WhyNotPdfAsync(upload, stop) is { } problem)
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

        var lines = await db.PlanLinesAsync(plan, clock.Today(), ViShape.Date(request.IssuedOn) ?? ViShape.Date(request.EffectiveFrom) ?? clock.Today(), stop);
        var terms = await db.ProjectTerms.Where(t => t.Project!.PlanId == planId && t.DecisionId == null)
            .Include(t => t.Funding).Include(t => t.Project).ToListAsync(stop);
        var allotments = await db.Allotments.Where(a => a.Year == plan.Year).ToListAsync(stop);
        var figures = terms.Aggregate(PlanFigures.None, (sum, t) => sum + new PlanFigures(1, t.Support, t.Counterpart, t.Other));
        List<Refusal> refusals = [.. PlanRules.WhyNotApprove(plan, lines, [.. allotments.Select(a => a.Free)], actor)];
        refusals.AddRange(await WhyNotDecideAsync(db, plan, request, figures, stop));
        if (refusals.Count > 0) return Failure.Refused(refusals);

        var file = request.File is { } upload ? await documents.KeepAsync(upload, DocumentIntake.Pdf, actor, stop) : null;
        Carry(db, plan, terms, allotments, Decide(actor, plan, request, figures, file), actor);
        await db.SaveAsync(actor, VietnameseText.CleanLines(request.DifferenceReason), stop);
        return Result.Done;
    }

    private async Task<IEnumerable<Refusal>> WhyNotDecideAsync(AppDbContext db, Plan plan, ApprovalRequest request, PlanFigures figures, CancellationToken stop)
    {
        List<Refusal> refusals = [];
        var issued = ViShape.Date(request.IssuedOn);
        var dateMayBeUnknown = plan.IsIllustrative && ViShape.Date(request.EffectiveFrom) is not null;
        if (issued is null && !dateMayBeUnknown) refusals.Add(new PlanRefusals.DecisionDateMissing());
        if ((issued ?? (dateMayBeUnknown ? ViShape.Date(request.EffectiveFrom) : null)) is { } effective && effective > clock.Today()) refusals.Add(new PlanRefusals.DecisionDateInFuture(effective));
        if (request.File is null && !plan.IsIllustrative) refusals.Add(new PlanRefusals.DecisionFileMissing());

        var number = VietnameseText.Clean(request.Number)!;
        var year = YearOf(plan, request);
        var taken = await db.Decisions.Where(d => d.IssuingBodyId == request.IssuingBodyId && d.Year == year).Select(d => d.Number).ToListAsync(stop);
        if (taken.Contains(number, StringComparer.OrdinalIgnoreCase)) refusals.Add(new PlanRefusals.DecisionNumberTaken(number, year));

        if (VietnameseText.CleanLines(request.DifferenceReason) is not null) return refusals;
        var computed = figures.On(request.StatedBasis ?? StatedBasis.Total);
        if (ViShape.Amount(request.StatedTotal) is { } stated && stated != computed) refusals.Add(new PlanRefusals.StatedTotalDiffers(stated, computed));
        if (request.StatedCount is { } count && count != figures.Count) refusals.Add(new PlanRefusals.StatedCountDiffers(count, figures.Count));
        return refusals;
    }

    private Decision Decide(Actor actor, Plan plan, ApprovalRequest request, PlanFigures figures, Document? file)
    {
        var issued = ViShape.Date(request.IssuedOn);
        return new Decision
        {
            Kind = plan.Tranche.IsSupplement ? DecisionKind.Supplement : DecisionKind.Approve,
            PlanId = plan.Id, Plan = plan, Number = VietnameseText.Clean(request.Number)!, Year = YearOf(plan, request),
            IssuedOn = issued, EffectiveFrom = issued ?? ViShape.Date(request.EffectiveFrom)!.Value,
            RecordedAt = clock.NowUtc(), RecordedById = actor.UserId!.Value, IssuingBodyId = request.IssuingBodyId!.Value,
            Signatory = VietnameseText.Clean(request.Signatory)!, SignatoryTitle = VietnameseText.Clean(request.SignatoryTitle)!,
            StatedTotal = ViShape.Amount(request.StatedTotal), StatedBasis = request.StatedBasis ?? StatedBasis.Total, StatedCount = request.StatedCount,
            Effect = figures.Support, ComputedTotal = figures.On(request.StatedBasis ?? StatedBasis.Total), ComputedCount = figures.Count,
            DifferenceReason = VietnameseText.CleanLines(request.DifferenceReason), Document = file,
        };
    }

    private void Carry(AppDbContext db, Plan plan, List<ProjectTerms> terms, List<Allotment> allotments, Decision decision, Actor actor)
    {
        var now = clock.NowUtc();
        db.Decisions.Add(decision);
        foreach (var line in terms)
        {
            line.Decide(decision);
            line.Project!.Approve(line.Support, plan.Source, actor, now);
        }

        foreach (var bySource in terms.SelectMany(t => t.Funding).GroupBy(f => f.Source))
        {
            var support = bySource.Sum(f => f.Amount);
            if (!support.IsZero) allotments.Single(a => a.Source == bySource.Key).Allocate(support);
        }

        plan.Move(PlanAction.Approve, actor, now);
    }

    // A decision's number belongs to the year it was issued in.
    private static int YearOf(Plan plan, ApprovalRequest request) =>
        (ViShape.Date(request.IssuedOn) ?? ViShape.Date(request.EffectiveFrom))?.Year ?? plan.Year;
}
