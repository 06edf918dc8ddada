using KhuyenCong.Data;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Freezes what is submitted, with the steps it needs, and finds it again.</summary>
internal static class Submissions
{
    public const string DecisionPosition = "Lãnh đạo";

    /// <summary>Adds the submission to the context: the text, its hash, and the steps configured now for the money at stake.</summary>
    /// <param name="db">The context; not saved here.</param>
    /// <param name="subject">A plan or an adjustment.</param>
    /// <param name="of">Its id, its plan's id and the round that begins.</param>
    /// <param name="text">The canonical text.</param>
    /// <param name="atStake">Đồng that thresholds are compared with.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="at">UTC.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task FreezeAsync(
        this AppDbContext db, ApprovalSubject subject, (int Id, int PlanId, int Round) of, CanonicalText text, Vnd atStake, Actor actor, DateTime at, CancellationToken stop)
    {
        var steps = await db.ApprovalSteps.AsNoTracking().Where(s => s.Subject == subject && s.Enabled).OrderBy(s => s.Ordinal).ToListAsync(stop);
        var needed = steps.Where(s => s.Threshold is null || s.Threshold <= atStake).ToList();
        var submission = new Submission
        {
            Subject = subject, SubjectId = of.Id, PlanId = of.PlanId, Round = of.Round, Canonical = text.ToString(), Sha256 = text.Sha256,
            SubmittedById = actor.UserId!.Value, SubmittedByName = actor.Name, SubmittedAt = at,
        };
        foreach (var (step, index) in needed.Select((s, i) => (s, i)))
        {
            submission.Steps.Add(new SubmissionStep { Ordinal = index + 1, Position = step.Position, Permission = step.Permission, IsDecision = false });
        }

        submission.Steps.Add(new SubmissionStep
        {
            Ordinal = needed.Count + 1, Position = DecisionPosition, Permission = Permissions.PlansApprove, IsDecision = true,
        });
        db.Submissions.Add(submission);
    }

    /// <summary>The text of an earlier submission of the same subject, by its hash; null when there is none.</summary>
    public static Task<string?> SubmittedTextAsync(this AppDbContext db, Submission newest, string sha256, CancellationToken stop) => db.Submissions
        .Where(s => s.Subject == newest.Subject && s.SubjectId == newest.SubjectId && s.Sha256 == sha256)
        .Select(s => (string?)s.Canonical).FirstOrDefaultAsync(stop);

    /// <summary>The newest submission of a plan or an adjustment, with steps and signatures.</summary>
    public static Task<Submission?> NewestAsync(this IQueryable<Submission> submissions, ApprovalSubject subject, int id, CancellationToken stop) => submissions
        .Where(s => s.Subject == subject && s.SubjectId == id).OrderByDescending(s => s.Round)
        .Include(s => s.Steps).Include(s => s.Signatures).AsSingleQuery().FirstOrDefaultAsync(stop);
}
