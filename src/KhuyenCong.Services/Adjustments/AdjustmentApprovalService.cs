using FluentValidation;
using FluentValidation.Results;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>
/// Approves a submitted adjustment with its decision, all or nothing: then, and only then, the terms of the projects
/// change, and the budgets with them.
/// </summary>
public sealed class AdjustmentApprovalService(
    IDbContextFactory<AppDbContext> databases, DecisionMaking decisions, DocumentIntake documents, IValidator<ApprovalRequest> validator, TimeProvider clock)
{
    /// <summary>
    /// Approves what was shown. Whoever took of the same budget, or spent of the same project, meanwhile is met by the
    /// rules, asked again; terms that another decision changed since are another content, and the author looks again.
    /// </summary>
    public async Task<Result> ApproveAsync(Actor actor, int id, ApprovalRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansApprove)) return Failure.Forbidden;
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        var shape = await validator.ValidateAsync(request, stop);
        if (request.File is { } upload && await documents.WhyNotPdfAsync(upload, stop) is { } problem)
        {
            shape.Errors.Add(new ValidationFailure(nameof(request.File), problem));
        }

        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync(db => ApproveAsync(db, actor, id, request, stop), stop);
    }

    private async Task<Result> ApproveAsync(AppDbContext db, Actor actor, int id, ApprovalRequest request, CancellationToken stop)
    {
        var today = clock.Today();
        var read = await AdjustmentReading.FindAsync(db, id, today, stop);
        if (read is null) return Failure.NotFound;
        if (read.Adjustment.Version != request.Version) return await db.StaleAdjustmentAsync(id, today, stop);
        if (!await db.Organisations.AnyAsync(o => o.Id == request.IssuingBodyId, stop)) return Failure.Invalid(nameof(request.IssuingBodyId), "Chọn cơ quan ban hành.");
        var submission = await db.Submissions.NewestAsync(ApprovalSubject.Adjustment, id, stop);
        if (await SignedContent.WhyNotAsync(db, submission, request.Sha256, read.Canonical, read.Plan.Title, stop) is { } moved) return moved;

        var figures = await FiguresAfterAsync(db, read, DecisionMaking.EffectiveFrom(request) ?? today, stop);
        var (step, delegation, whyNotSign) = await SignedContent.StepAsync(db, submission!, isDecision: true, actor, today, stop);
        var limits = read.Limits with { NormsOn = DecisionMaking.EffectiveFrom(request) ?? today };
        List<Refusal> refusals = [.. AdjustmentRules.WhyNotApprove(read.Adjustment, read.Plan, read.Effects, limits), .. whyNotSign];
        refusals.AddRange(await decisions.WhyNotAsync(db, read.Plan, request, figures, stop));
        refusals.AddRange(await AdjustmentBackdating.WhyNotAsync(db, read, request.IssuingBodyId!.Value, DecisionMaking.EffectiveFrom(request), stop));
        refusals.AddRange(await db.WhyNotPaperNumberAsync(
            VietnameseText.Clean(request.Number)!, [.. BudgetMove.All(read.Effects).Where(m => !m.Allotted.IsZero).Select(m => (m.Year, m.Source))], null, stop));
        if (refusals.Count > 0) return Failure.Refused(refusals);

        await db.SignAsync(submission!, step!, actor, delegation, null, clock.NowUtc(), stop);
        var subject = new DecisionSubject(read.Plan, KindOf(read), figures, read.Effects.Sum(e => e.Change), submission!.Id, id);
        await AdjustmentCarrying.CarryAsync(db, read, await decisions.MakeAsync(actor, request, subject, stop), actor, clock.NowUtc(), stop);
        await db.SaveAsync(actor, VietnameseText.CleanLines(request.DifferenceReason), stop);
        return Result.Done;
    }

    private static DecisionKind KindOf(AdjustmentReading read)
    {
        var kinds = read.Adjustment.Lines.Select(l => l.Kind).Distinct().ToList();
        return kinds is [AdjustmentKind.StopProject] ? DecisionKind.Stop : kinds is [AdjustmentKind.AddProject] ? DecisionKind.Supplement : DecisionKind.Adjust;
    }

    // What the decision may state: the plan's figures once it is in force, last of its day.
    internal static async Task<PlanFigures> FiguresAfterAsync(AppDbContext db, AdjustmentReading read, DateOnly day, CancellationToken stop)
    {
        var now = await PlanFiguresQuery.OfPlanAsync(db, read.Plan.Id, day, stop);
        return read.Effects.Aggregate(now, (sum, effect) => sum + AdjustmentChanges.FiguresOf(effect));
    }
}
