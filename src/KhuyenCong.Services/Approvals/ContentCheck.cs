using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Adjustments;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Verifies a submission on demand: its text against its hash, its signatures, and the rows it stands for.</summary>
/// <param name="TextBearsHash">The kept text still has the hash that was signed.</param>
/// <param name="SignaturesAgree">Every signature is on this hash.</param>
/// <param name="Now">What the rows say today, as the same text; null when a later submission took its place.</param>
/// <param name="Differences">Where the rows differ from the kept text; none when they agree.</param>
public sealed record ContentCheck(bool TextBearsHash, bool SignaturesAgree, string? Now, IReadOnlyList<StaleRow> Differences)
{
    public bool IsSound => TextBearsHash && SignaturesAgree && Differences.Count == 0;

    internal static async Task<ContentCheck> OfAsync(AppDbContext db, Submission submission, DateOnly today, CancellationToken stop)
    {
        var now = submission.Subject switch
        {
            ApprovalSubject.Plan => await PlanAsync(db, submission, stop),
            ApprovalSubject.Adjustment => await AdjustmentAsync(db, submission, today, stop),
        };
        return new ContentCheck(
            AuditSeal.HashOf(submission.Canonical) == submission.Sha256,
            submission.Signatures.All(s => s.Sha256 == submission.Sha256),
            now, now is null ? [] : CanonicalDiff.Rows(submission.Canonical, now));
    }

    private static async Task<string?> PlanAsync(AppDbContext db, Submission submission, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == submission.SubjectId, stop);
        var decision = await db.Decisions.Where(d => d.SubmissionId == submission.Id).Select(d => (int?)d.Id).SingleOrDefaultAsync(stop);
        if (decision is { } id) return (await CanonicalPlan.OfDecisionAsync(db, plan, id, stop)).ToString();
        var waits = plan.Round == submission.Round && plan.Status is (PlanStatus.Submitted or PlanStatus.Appraised);
        return waits ? (await CanonicalPlan.OfDraftAsync(db, plan, stop)).ToString() : null;
    }

    private static async Task<string?> AdjustmentAsync(AppDbContext db, Submission submission, DateOnly today, CancellationToken stop)
    {
        if (await DecidedAdjustment.FindAsync(db, submission.SubjectId, stop) is { } decided) return decided.Adjustment.Round == submission.Round ? decided.Canonical.ToString() : null;
        var open = await AdjustmentReading.FindAsync(db, submission.SubjectId, today, stop);
        return open?.Adjustment is { Status: AdjustmentStatus.Submitted } adjustment && adjustment.Round == submission.Round ? open.Canonical.ToString() : null;
    }
}
