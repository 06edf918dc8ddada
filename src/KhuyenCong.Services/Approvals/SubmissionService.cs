using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Shows and verifies submissions, and signs the steps before the decision.</summary>
public sealed class SubmissionService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    public async Task<Result<SubmissionPage>> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var submission = await FindAsync(db, s => s.Id == id, stop);
        return submission is null ? Failure.NotFound : await PageAsync(db, actor, submission, stop);
    }

    /// <summary>The submission that bears a hash, as a printed annex names it.</summary>
    public async Task<Result<SubmissionPage>> FindAsync(Actor actor, string sha256, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var submission = await FindAsync(db, s => s.Sha256 == sha256, stop);
        return submission is null ? Failure.NotFound : await PageAsync(db, actor, submission, stop);
    }

    /// <summary>Signs the waiting step on the hash that was shown; refused when the content moved.</summary>
    public async Task<Result> EndorseAsync(Actor actor, int id, string? shownSha256, string? note, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEndorse) && !actor.May(Permissions.PlansApprove)) return Failure.Forbidden;
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        var remark = VietnameseText.CleanLines(note);
        if (remark?.Length > 2000) return Failure.Invalid("Note", "Ý kiến dài không quá 2.000 ký tự.");
        return await databases.RetryAsync(db => EndorseAsync(db, actor, id, shownSha256, remark, stop), stop);
    }

    private async Task<Result> EndorseAsync(AppDbContext db, Actor actor, int id, string? shownSha256, string? note, CancellationToken stop)
    {
        var submission = await db.Submissions.Include(s => s.Steps).Include(s => s.Signatures).AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id, stop);
        if (submission is null) return Failure.NotFound;
        var today = clock.Today();
        var (root, content, title, refusals) = submission.Subject switch
        {
            ApprovalSubject.Plan => await PlanAsync(db, submission, stop),
            ApprovalSubject.Adjustment => await AdjustmentAsync(db, submission, today, stop),
        };
        if (refusals.Count > 0) return Failure.Refused(refusals);
        if (await SignedContent.WhyNotAsync(db, submission, shownSha256, content!, title, stop) is { } moved) return moved;
        var (step, delegation, whyNot) = await SignedContent.StepAsync(db, submission, isDecision: false, actor, today, stop);
        if (step is not null && !actor.May(step.Permission)) return Failure.Forbidden;
        if (whyNot.Count > 0) return Failure.Refused(whyNot);
        await db.SignAsync(submission, step!, actor, delegation, note, clock.NowUtc(), stop);

        // Whoever holds an older page of it looks again: a signature is news to every decision.
        root!.Touch();
        await db.SaveAsync(actor, note, stop);
        return Result.Done;
    }

    // A later round took this submission's place, or it was decided or returned.
    private static async Task<(IVersioned? Root, CanonicalText? Content, string Title, IReadOnlyList<Refusal> Refusals)> PlanAsync(AppDbContext db, Submission submission, CancellationToken stop)
    {
        var plan = await db.Plans.SingleAsync(p => p.Id == submission.SubjectId, stop);
        IReadOnlyList<Refusal> refusals = plan.Round == submission.Round ? PlanRules.WhyNotMove(plan, PlanAction.Approve) : [new ApprovalRefusals.ContentMoved(submission.Sha256, string.Empty)];
        return refusals.Count > 0 ? (null, null, plan.Title, refusals) : (plan, await CanonicalPlan.OfDraftAsync(db, plan, stop), plan.Title, refusals);
    }

    private static async Task<(IVersioned? Root, CanonicalText? Content, string Title, IReadOnlyList<Refusal> Refusals)> AdjustmentAsync(
        AppDbContext db, Submission submission, DateOnly today, CancellationToken stop)
    {
        var read = (await AdjustmentReading.FindAsync(db, submission.SubjectId, today, stop))!;
        var title = SubmissionTitle.Of(read.Adjustment.Ordinal, read.Plan.Title);
        IReadOnlyList<Refusal> refusals = read.Adjustment.Round == submission.Round
            ? AdjustmentRules.WhyNotMove(read.Adjustment, AdjustmentAction.Approve)
            : [new ApprovalRefusals.ContentMoved(submission.Sha256, string.Empty)];
        return refusals.Count > 0 ? (null, null, title, refusals) : (read.Adjustment, read.Canonical, title, refusals);
    }

    private static Task<Submission?> FindAsync(AppDbContext db, System.Linq.Expressions.Expression<Func<Submission, bool>> which, CancellationToken stop) =>
        db.Submissions.AsNoTracking().Where(which).OrderByDescending(s => s.Id).Include(s => s.Steps).Include(s => s.Signatures).AsSingleQuery().FirstOrDefaultAsync(stop);

    private async Task<Result<SubmissionPage>> PageAsync(AppDbContext db, Actor actor, Submission submission, CancellationToken stop)
    {
        var today = clock.Today();
        var head = await db.Submissions.Where(s => s.Id == submission.Id).Select(s => new
        {
            Plan = db.Plans.Where(p => p.Id == s.PlanId).Select(p => p.Title).First(),
            Ordinal = db.Adjustments.Where(a => s.Subject == ApprovalSubject.Adjustment && a.Id == s.SubjectId).Select(a => (int?)a.Ordinal).FirstOrDefault(),
            Decision = db.Decisions.Where(d => d.SubmissionId == s.Id).Select(d => new { d.Id, d.Number }).FirstOrDefault(),
        }).SingleAsync(stop);
        var view = await SubmissionView.OfAsync(db, submission, actor, today, stop);
        var moves = head.Decision is null && view.Waiting is not null ? CanonicalBudget.Of(submission.Canonical) : [];
        return new SubmissionPage(
            view, submission.Subject, submission.SubjectId, SubmissionTitle.Of(head.Ordinal, head.Plan), submission.Round, submission.Canonical,
            await ContentCheck.OfAsync(db, submission, today, stop), head.Decision?.Id, head.Decision?.Number)
        {
            Budgets = await db.BudgetChangesAsync(moves, moves.Count == 0 ? [] : CanonicalBudget.Projects(submission.Canonical), null, today, stop),
        };
    }
}
