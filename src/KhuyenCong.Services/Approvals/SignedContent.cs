using KhuyenCong.Data;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Approvals;

/// <summary>The guard of every signature: what was shown is what was submitted, and what was submitted is what stands.</summary>
internal static class SignedContent
{
    /// <summary>Null when the step can be signed.</summary>
    /// <param name="db">The context.</param>
    /// <param name="submission">The newest submission; null for content submitted before submissions were frozen.</param>
    /// <param name="shownSha256">The hash that the page carried.</param>
    /// <param name="now">The content's canonical text as it stands.</param>
    /// <param name="title">What the content is called.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<Failure?> WhyNotAsync(
        AppDbContext db, Submission? submission, string? shownSha256, CanonicalText now, string title, CancellationToken stop)
    {
        if (submission is null) return Failure.Refused(new ApprovalRefusals.ContentMoved(string.Empty, now.Sha256));
        if (shownSha256 != submission.Sha256)
        {
            var shown = shownSha256 is null ? null : await db.SubmittedTextAsync(submission, shownSha256, stop);
            return Failure.StaleContent(new StaleReport(
                title, submission.SubmittedByName, submission.SubmittedAt, shown is null ? [] : CanonicalDiff.Rows(shown, submission.Canonical)));
        }

        return now.Sha256 == submission.Sha256 ? null : Failure.Refused(new ApprovalRefusals.ContentMoved(submission.Sha256, now.Sha256));
    }

    /// <summary>The step that waits and the delegation that would sign it; a failure when the actor cannot.</summary>
    public static async Task<(SubmissionStep? Step, Delegation? Delegation, IReadOnlyList<Domain.Refusal> Refusals)> StepAsync(
        AppDbContext db, Submission submission, bool isDecision, Actor actor, DateOnly today, CancellationToken stop)
    {
        var step = submission.Steps.OrderBy(s => s.Ordinal).FirstOrDefault(s => s.IsDecision == isDecision && (isDecision || submission.Signatures.All(x => x.StepOrdinal != s.Ordinal)));
        if (step is null) return (null, null, [ApprovalRules.WhyNotWaiting(submission)]);
        if (!await db.MaySignAsync(actor, step.Permission, stop)) return (null, null, [new ApprovalRefusals.RightLost()]);
        var (delegation, refusals) = await db.RightAsync(submission, step, actor, today, stop);
        return (step, delegation, refusals);
    }
}
