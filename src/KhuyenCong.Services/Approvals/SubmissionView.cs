using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Approvals;

/// <summary>A submission as pages show it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Sha256">The hash that is signed.</param>
/// <param name="SubmittedByName">Who submitted.</param>
/// <param name="SubmittedAt">UTC.</param>
/// <param name="Steps">In order, each with its signature once given.</param>
/// <param name="Waiting">The step that waits; null when all are signed.</param>
/// <param name="MayEndorse">The reader's permission fits the waiting step, and it is not the decision.</param>
/// <param name="WhyNotSign">Why the reader cannot sign the waiting step.</param>
public sealed record SubmissionView(
    int Id, string Sha256, string SubmittedByName, DateTime SubmittedAt, IReadOnlyList<SubmissionStepView> Steps, SubmissionStepView? Waiting,
    bool MayEndorse, IReadOnlyList<Refusal> WhyNotSign)
{
    internal static async Task<SubmissionView> OfAsync(AppDbContext db, Submission submission, Actor actor, DateOnly today, CancellationToken stop)
    {
        var steps = submission.Steps.OrderBy(s => s.Ordinal)
            .Select(s => new SubmissionStepView(s.Ordinal, s.Position, s.IsDecision, submission.Signatures.FirstOrDefault(x => x.StepOrdinal == s.Ordinal))).ToList();
        var waiting = submission.Waiting;
        var may = waiting is not null && actor.May(waiting.Permission);
        IReadOnlyList<Refusal> whyNot = may ? (await db.RightAsync(submission, waiting!, actor, today, stop)).Refusals : [];
        return new SubmissionView(
            submission.Id, submission.Sha256, submission.SubmittedByName, submission.SubmittedAt, steps, steps.Find(s => s.Ordinal == waiting?.Ordinal),
            may && !waiting!.IsDecision, whyNot);
    }
}

/// <summary>One step.</summary>
public sealed record SubmissionStepView(int Ordinal, string Position, bool IsDecision, ApprovalSignature? Signature);
