using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Tells of a submission that was shown as waiting for a person and waits no longer: what it is called, and what became of it.</summary>
internal static class GoneSubmission
{
    public static async Task<BulkApprovalOutcome> WhyItDoesNotWaitAsync(this AppDbContext db, int submissionId, Actor actor, CancellationToken stop)
    {
        var gone = await db.Submissions.AsNoTracking().Where(s => s.Id == submissionId).Include(s => s.Steps).Include(s => s.Signatures).AsSingleQuery().SingleOrDefaultAsync(stop);
        if (gone is null) return new BulkApprovalOutcome("Nội dung không tìm thấy", "/", Failure.NotFound);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == gone.PlanId, stop);
        var adjustment = gone.Subject == ApprovalSubject.Adjustment ? await db.Adjustments.AsNoTracking().SingleAsync(a => a.Id == gone.SubjectId, stop) : null;
        return new BulkApprovalOutcome(
            SubmissionTitle.Of(adjustment?.Ordinal, plan.Title), adjustment is null ? $"/ke-hoach/{plan.Id}" : $"/dieu-chinh/{adjustment.Id}",
            Failure.Refused(WhyNot(gone, plan, adjustment, actor)));
    }

    private static IReadOnlyList<Refusal> WhyNot(Submission gone, Plan plan, Adjustment? adjustment, Actor actor)
    {
        if (gone.Round != (adjustment?.Round ?? plan.Round)) return [new ApprovalRefusals.SubmittedAgain()];
        var isDecided = gone.Waiting is null;
        var whyNotMove = adjustment is null ? PlanRules.WhyNotMove(plan, PlanAction.Approve) : AdjustmentRules.WhyNotMove(adjustment, AdjustmentAction.Approve);
        if (!isDecided && whyNotMove.Count > 0) return whyNotMove;
        return [!isDecided && gone.SubmittedById == actor.UserId ? new ApprovalRefusals.SubmitterMayNotSign() : ApprovalRules.WhyNotWaiting(gone)];
    }
}
