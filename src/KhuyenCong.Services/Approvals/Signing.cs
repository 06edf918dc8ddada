using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Settings;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Signs a step: by one's own office, or by a delegation that is named.</summary>
internal static class Signing
{
    /// <summary>
    /// By which right the actor would sign a step today, and what stands against it: the actor's own, else of the
    /// delegations that lend the permission the first that nothing stands against. What the lender does not hold by a role
    /// any more, or a locked lender's, is not lent.
    /// </summary>
    public static async Task<(Delegation? Delegation, IReadOnlyList<Refusal> Refusals)> RightAsync(
        this AppDbContext db, Submission submission, SubmissionStep step, Actor actor, DateOnly today, CancellationToken stop)
    {
        var lenders = await db.LendersAsync(submission, stop);
        if (actor.Holds(step.Permission)) return (null, ApprovalRules.WhyNotSign(submission, step, actor.UserId, null, lenders));
        var rights = (await db.StandingAsync(actor.UserId, step.Permission, today, stop))
            .ConvertAll(d => (Delegation: d, Refusals: ApprovalRules.WhyNotSign(submission, step, actor.UserId, d.FromId, lenders)));
        if (rights.Count == 0) return (null, [await db.WhyNothingLentAsync(actor.UserId, step.Permission, today, stop)]);
        return rights.Find(r => r.Refusals.Count == 0) is { Delegation: not null } free ? free : rights[0];
    }

    /// <summary>Whether the account is open and holds what it says to hold by a role: as accounts stand, not as they stood when the page was opened.</summary>
    public static async Task<bool> MaySignAsync(this AppDbContext db, Actor actor, string permission, CancellationToken stop)
    {
        if (!await db.Users.AnyAsync(u => u.Id == actor.UserId && !u.IsLocked, stop)) return false;
        return !actor.Holds(permission) || RolePermissions.Of((await db.RolesOfAsync([actor.UserId!.Value], stop))[actor.UserId.Value]).Contains(permission);
    }

    // Who lent what the signatures so far rest on.
    private static async Task<IReadOnlyDictionary<int, int>> LendersAsync(this AppDbContext db, Submission submission, CancellationToken stop)
    {
        var named = submission.Signatures.Select(s => s.DelegationId).OfType<int>().ToList();
        return named.Count == 0 ? new Dictionary<int, int>()
            : await db.Delegations.Where(d => named.Contains(d.Id)).Select(d => new { d.Id, d.FromId }).ToDictionaryAsync(d => d.Id, d => d.FromId, stop);
    }

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
