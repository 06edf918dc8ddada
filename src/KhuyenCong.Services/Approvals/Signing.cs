using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Signs a step: by one's own office, or by a delegation that is named.</summary>
internal static class Signing
{
    /// <summary>
    /// The delegation that lends the permission today; null when the actor holds it, or when nobody lends it.
    /// </summary>
    public static async Task<Delegation?> DelegationAsync(this AppDbContext db, Actor actor, string permission, DateOnly today, CancellationToken stop) =>
        actor.Holds(permission)
            ? null
            : await db.Delegations.AsNoTracking()
                .Where(d => d.ToId == actor.UserId && d.Permission == permission && d.RevokedAt == null && d.From <= today && today <= d.Until)
                .OrderBy(d => d.Id).FirstOrDefaultAsync(stop);

    /// <summary>All reasons why the actor cannot sign that step.</summary>
    public static IReadOnlyList<Refusal> WhyNotSign(this Submission submission, SubmissionStep step, Actor actor, Delegation? delegation) =>
        !actor.Holds(step.Permission) && delegation is null
            ? [new ApprovalRefusals.DelegationOver()]
            : ApprovalRules.WhyNotSign(submission, step, actor.UserId, delegation?.FromId);

    /// <summary>Adds the signature; the rules must have been asked.</summary>
    public static async Task SignAsync(
        this AppDbContext db, Submission submission, SubmissionStep step, Actor actor, Delegation? delegation, string? note, DateTime at, CancellationToken stop)
    {
        var lender = delegation is null ? null : await db.Users.Where(u => u.Id == delegation.FromId).Select(u => u.FullName).SingleAsync(stop);
        submission.Signatures.Add(new ApprovalSignature
        {
            StepOrdinal = step.Ordinal, ById = actor.UserId!.Value, ByName = actor.Name, Sha256 = submission.Sha256, Note = note, At = at,
            DelegationId = delegation?.Id,
            Capacity = delegation is null ? step.Position : $"TUQ. {step.Position} – {lender} ủy quyền theo {delegation.LegalBasis}",
        });
    }
}
