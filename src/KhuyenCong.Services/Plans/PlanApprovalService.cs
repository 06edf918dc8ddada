using FluentValidation;
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

/// <summary>Approves an appraised plan with its decision: its projects come into force and their support is taken from the allotment.</summary>
public sealed class PlanApprovalService(AppDbContext db, DocumentIntake documents, IValidator<ApprovalRequest> validator, TimeProvider clock)
{
    public async Task<Result> ApproveAsync(Actor actor, int planId, ApprovalRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansApprove)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        if (plan.Version != request.Version) return await db.StaleAsync(planId, request.Version, stop);
        if (!await db.Organisations.AnyAsync(o => o.Id == request.IssuingBodyId, stop)) return Failure.Invalid(nameof(request.IssuingBodyId), "Chọn cơ quan ban hành.");

        var lines = await db.PlanLinesAsync(plan, clock.Today(), stop);
        var terms = await db.ProjectTerms.Where(t => t.Project!.PlanId == planId && t.DecisionId == null)
            .Include(t => t.Funding).Include(t => t.Project).ToListAsync(stop);
        var allotments = await db.Allotments.Where(a => a.Year == plan.Year).ToListAsync(stop);
        var figures = terms.Aggregate(PlanFigures.None, (sum, t) => sum + new PlanFigures(1, t.Support, t.Counterpart, t.Other));
        List<Refusal> refusals = [.. PlanRules.WhyNotApprove(plan, lines, [.. allotments.Select(a => a.Free)], actor)];
        refusals.AddRange(await WhyNotDecideAsync(plan, request, figures, stop));
        if (refusals.Count > 0) return Failure.Refused(refusals);

        Document? file = null;
        if (request.File is { } upload)
        {
            var taken = await documents.TakePdfAsync(nameof(request.File), upload, actor, stop);
            if (!taken.IsDone) return Failure.Invalid(taken.Errors[0].Field, taken.Errors[0].Message);
            db.Documents.Add(file = taken.Value);
            await db.SaveAsync(actor, null, stop);
        }

        Carry(plan, terms, allotments, Decide(actor, plan, request, figures, file), actor);
        return await db.SaveEditAsync(actor, VietnameseText.Clean(request.DifferenceReason), () => db.StaleAsync(planId, request.Version, stop), stop);
    }

    private async Task<IEnumerable<Refusal>> WhyNotDecideAsync(Plan plan, ApprovalRequest request, PlanFigures figures, CancellationToken stop)
    {
        List<Refusal> refusals = [];
        var issued = ViShape.Date(request.IssuedOn);
        var dateMayBeUnknown = plan.IsIllustrative && ViShape.Date(request.EffectiveFrom) is not null;
        if (issued is null && !dateMayBeUnknown) refusals.Add(new PlanRefusals.DecisionDateMissing());
        if (issued > clock.Today()) refusals.Add(new PlanRefusals.DecisionDateInFuture(issued.Value));
        if (request.File is null && !plan.IsIllustrative) refusals.Add(new PlanRefusals.DecisionFileMissing());

        var number = VietnameseText.Clean(request.Number)!;
        var year = YearOf(plan, request);
        if (await db.Decisions.AnyAsync(d => d.IssuingBodyId == request.IssuingBodyId && d.Year == year && d.Number == number, stop))
        {
            refusals.Add(new PlanRefusals.DecisionNumberTaken(number, year));
        }

        if (VietnameseText.Clean(request.DifferenceReason) is not null) return refusals;
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
            ComputedTotal = figures.On(request.StatedBasis ?? StatedBasis.Total), ComputedCount = figures.Count,
            DifferenceReason = VietnameseText.Clean(request.DifferenceReason), DocumentId = file?.Id,
        };
    }

    private void Carry(Plan plan, List<ProjectTerms> terms, List<Allotment> allotments, Decision decision, Actor actor)
    {
        var now = clock.NowUtc();
        db.Decisions.Add(decision);
        foreach (var line in terms)
        {
            line.Decide(decision);
            line.Project!.Approve(line.Support, actor, now);
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
