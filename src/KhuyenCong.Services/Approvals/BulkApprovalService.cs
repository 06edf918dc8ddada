using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Inbox;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Signs several waiting things with one confirmation. Each is a decision of its own: one that is refused stops no other.</summary>
public sealed class BulkApprovalService(
    AppDbContext db, PlanApprovalService plans, AdjustmentApprovalService adjustments, SubmissionService submissions, IssuingBodyService bodies,
    IValidator<BulkApprovalRequest> validator, TimeProvider clock)
{
    /// <summary>The most things that are shown at once.</summary>
    public const int Most = 20;

    /// <summary>Eight SQL commands, whatever the number of things.</summary>
    public async Task<Result<BulkApprovalPage>> ReadAsync(Actor actor, CancellationToken stop)
    {
        var work = new WaitingWork(db, actor, clock.NowUtc());
        if (!work.MayHaveSteps) return Failure.Forbidden;
        var rows = await work.ToSign().OrderBy(s => s.Id).Take(Most).Include(s => s.Steps).Include(s => s.Signatures).AsSingleQuery().ToListAsync(stop);
        var planIds = rows.ConvertAll(r => r.PlanId);
        var adjustmentIds = rows.Where(r => r.Subject == ApprovalSubject.Adjustment).Select(r => r.SubjectId).ToList();
        var titles = await db.Plans.AsNoTracking().Where(p => planIds.Contains(p.Id)).Select(p => new { p.Id, p.Title, p.Version, p.IsIllustrative }).ToDictionaryAsync(p => p.Id, stop);
        var ordinals = await db.Adjustments.AsNoTracking().Where(a => adjustmentIds.Contains(a.Id)).Select(a => new { a.Id, a.Ordinal, a.Version }).ToDictionaryAsync(a => a.Id, stop);
        var decisions = rows.Where(r => r.Waiting!.IsDecision).Select(r => r.Canonical).ToList();
        var moves = BudgetMove.Sum(decisions.SelectMany(CanonicalBudget.Of));
        return new BulkApprovalPage(
            rows.ConvertAll(r =>
            {
                var (plan, step) = (titles[r.PlanId], r.Waiting!);
                var adjustment = r.Subject == ApprovalSubject.Adjustment ? ordinals[r.SubjectId] : null;
                return new WaitingSignature(
                    r.Id, r.Subject, r.SubjectId, adjustment?.Version ?? plan.Version,
                    SubmissionTitle.Of(adjustment?.Ordinal, plan.Title),
                    CanonicalText.SupportOf(r.Canonical), r.Sha256, step.Position, step.IsDecision, plan.IsIllustrative, r.SubmittedByName, r.SubmittedAt);
            }),
            await bodies.ReadAsync(actor, 0, stop),
            await db.BudgetChangesAsync(moves, [.. decisions.SelectMany(CanonicalBudget.Projects)], null, clock.Today(), stop));
    }

    /// <summary>Signs what was chosen, in its order, and tells how each ended.</summary>
    public async Task<Result<IReadOnlyList<BulkApprovalOutcome>>> ApproveAsync(Actor actor, BulkApprovalRequest request, CancellationToken stop)
    {
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var page = await ReadAsync(actor, stop);
        if (!page.IsDone) return Failure.From(page);
        List<BulkApprovalOutcome> outcomes = [];
        foreach (var item in request.Items)
        {
            var waiting = page.Value.Waiting.FirstOrDefault(w => w.SubmissionId == item.SubmissionId);
            outcomes.Add(waiting is null || IsNextStep(waiting, item)
                ? await db.WhyItDoesNotWaitAsync(item.SubmissionId, actor, stop)
                : new BulkApprovalOutcome(waiting.Title, waiting.Href, await SignAsync(actor, request, item, waiting, stop)));
        }

        return outcomes;
    }

    // A step was shown, somebody signed it since, and now the decision waits for the same person: nobody decides without a number.
    private static bool IsNextStep(WaitingSignature waiting, BulkApprovalItem item) =>
        waiting.IsDecision && string.IsNullOrWhiteSpace(item.Number) && waiting.Version != item.Version;

    private async Task<Result> SignAsync(Actor actor, BulkApprovalRequest request, BulkApprovalItem item, WaitingSignature waiting, CancellationToken stop)
    {
        if (!waiting.IsDecision) return await submissions.EndorseAsync(actor, item.SubmissionId, item.Sha256, null, stop);
        var decision = new ApprovalRequest
        {
            Version = item.Version, Sha256 = item.Sha256, Number = item.Number, IssuedOn = request.IssuedOn, EffectiveFrom = request.IssuedOn,
            IssuingBodyId = request.IssuingBodyId, Signatory = request.Signatory, SignatoryTitle = request.SignatoryTitle,
            Capacity = request.Capacity, LegalBases = request.LegalBases, File = item.File,
        };
        return waiting.Subject == ApprovalSubject.Plan
            ? await plans.ApproveAsync(actor, waiting.Id, decision, stop)
            : await adjustments.ApproveAsync(actor, waiting.Id, decision, stop);
    }
}
