using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Reads an adjustment for its pages; the number of SQL commands does not depend on the number of lines.</summary>
public sealed class AdjustmentPageService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    public async Task<Result<AdjustmentPage>> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        var head = await db.Adjustments.AsNoTracking().Where(a => a.Id == id).Select(a => new { a.DecisionId, History = a.History.OrderByDescending(h => h.Id).ToList() })
            .AsSingleQuery().SingleOrDefaultAsync(stop);
        if (head is null) return Failure.NotFound;
        var page = head.DecisionId is { } decision ? await DecidedAsync(db, actor, id, decision, today, stop) : await OpenAsync(db, actor, id, today, stop);
        return page.IsDone ? page.Value with { History = head.History } : page;
    }

    private static async Task<Result<AdjustmentPage>> OpenAsync(AppDbContext db, Actor actor, int id, DateOnly today, CancellationToken stop)
    {
        if (await AdjustmentReading.FindAsync(db, id, today, stop) is not { } read) return Failure.NotFound;
        var figures = await PlanFiguresQuery.OfPlanAsync(db, read.Plan.Id, today, stop);
        var submission = await db.Submissions.AsNoTracking().NewestAsync(ApprovalSubject.Adjustment, id, stop);
        var view = submission is null ? null : await SubmissionView.OfAsync(db, submission, actor, today, stop);
        var waits = read.Adjustment.Status == AdjustmentStatus.Submitted;
        var moved = waits && submission!.Sha256 != read.Canonical.Sha256 ? CanonicalDiff.Rows(submission.Canonical, read.Canonical.ToString()) : [];
        var page = Page(read, view, figures);
        return page with
        {
            Budgets = await db.BudgetChangesAsync(BudgetMove.All(read.Effects), [.. read.Effects.Select(ProjectMove.Of)], read.Allotments, today, stop),
            WhyNotLines = AdjustmentRules.WhyNotLines(read.Plan, read.Effects, read.Limits),
            WhyNotApprove = waits ? [.. AdjustmentRules.WhyNotApprove(read.Adjustment, read.Plan, read.Effects, read.Limits), .. WhyNotSign(view, moved)] : AdjustmentRules.WhyNotMove(read.Adjustment, AdjustmentAction.Approve),
            Moved = moved,
            Warnings = await db.WarningsAsync(read, today, stop),
        };
    }

    // Once decided, before and after are rows: nothing is worked out again.
    private static async Task<Result<AdjustmentPage>> DecidedAsync(AppDbContext db, Actor actor, int id, int decisionId, DateOnly today, CancellationToken stop)
    {
        if (await DecidedAdjustment.FindAsync(db, id, stop) is not { } read) return Failure.NotFound;
        var decision = await db.Decisions.AsNoTracking().Where(d => d.Id == decisionId).Select(d => new { d.Id, d.Number, d.EffectiveFrom }).SingleAsync(stop);
        var submission = await db.Submissions.AsNoTracking().NewestAsync(ApprovalSubject.Adjustment, id, stop);
        var view = submission is null ? null : await SubmissionView.OfAsync(db, submission, actor, today, stop);
        var after = await PlanFiguresQuery.OfPlanAsync(db.TermsAsOf(decision.EffectiveFrom, decision.Id), read.Plan.Id, stop);
        var page = Page(read, view, read.Effects.Aggregate(after, (sum, effect) => sum - AdjustmentChanges.FiguresOf(effect)));
        return page with { Decision = (decision.Id, decision.Number) };
    }

    private static IEnumerable<Refusal> WhyNotSign(SubmissionView? view, IReadOnlyList<StaleRow> moved)
    {
        if (view is null) return [];
        if (moved.Count > 0) return [new ApprovalRefusals.ContentMoved(view.Sha256, string.Empty)];
        return view.Waiting is { IsDecision: false } earlier ? [new ApprovalRefusals.StepWaits(earlier.Position)] : view.WhyNotSign;
    }

    private static AdjustmentPage Page(AdjustmentReading read, SubmissionView? view, PlanFigures before) => new()
    {
        Id = read.Adjustment.Id, Version = read.Adjustment.Version, Ordinal = read.Adjustment.Ordinal, Status = read.Adjustment.Status, Reason = read.Adjustment.Reason,
        PlanId = read.Plan.Id, PlanTitle = read.Plan.Title, PlanYear = read.Plan.Year, IsIllustrative = read.Plan.IsIllustrative, Decision = null,
        IsEditable = read.Adjustment.IsEditable, Submission = view, History = [], Before = before,
        After = read.Effects.Aggregate(before, (sum, effect) => sum + AdjustmentChanges.FiguresOf(effect)),
        Changes = [.. read.Effects.Select(e => AdjustmentChanges.Of(e, read.Limits.Norms))], Budgets = [], Warnings = PlanWarnings.None,
        Papers = [.. read.Adjustment.Documents.OrderBy(d => d.Id).Select(d => new AdjustmentPaper(d.Id, d.FileName, d.Length, d.Sha256))], WhyNotLines = [], WhyNotApprove = [], Moved = [],
    };
}
