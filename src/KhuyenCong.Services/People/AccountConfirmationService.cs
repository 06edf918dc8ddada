using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>The second person's word: confirms a request, which is then carried out in the same save, or turns it down.</summary>
public sealed class AccountConfirmationService(IDbContextFactory<AppDbContext> databases, SecretBox box, DoorClock door, TimeProvider clock)
{
    /// <summary>Confirms and carries out.</summary>
    public async Task<Result<ConfirmedRequest>> ConfirmAsync(Actor actor, int id, CancellationToken stop)
    {
        // By the own role alone: nobody lends the second pair of eyes.
        if (!actor.Holds(Permissions.AccountsConfirm) || actor.UserId is null) return Failure.Forbidden;
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        return await databases.RetryAsync<Result<ConfirmedRequest>>(
            async db =>
            {
                if (await db.AccountRequests.Include(r => r.Verdict).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } request) return Failure.NotFound;
                var user = await db.Users.SingleAsync(u => u.Id == request.UserId, stop);
                var manages = await db.ManagersAsync(stop);
                var refusals = AccountRequestRules.RefuseConfirm(
                    actor, request, (user.FullName, AccountMark.Of(user.SecurityStamp)), manages.Contains(request.RequestedById), clock.NowUtc());
                if (refusals.Count > 0) return Failure.Refused(refusals);
                var done = await CarryOutAsync(db, actor, request, user, stop);
                if (!done.IsDone) return done;
                db.AccountVerdicts.Add(Verdict(actor, id, confirmed: true, null));
                await db.SaveAsync(actor, request.Reason, stop);
                return done;
            },
            stop);
    }

    /// <summary>Turns a request down; who asked takes it back by the same.</summary>
    public async Task<Result<RejectedRequest>> RejectAsync(Actor actor, int id, string? note, CancellationToken stop)
    {
        if (!actor.Holds(Permissions.AccountsConfirm) || actor.UserId is null) return Failure.Forbidden;
        if (Reasons.Fault(note, "Note") is { } fault) return fault;
        return await databases.RetryAsync<Result<RejectedRequest>>(
            async db =>
            {
                if (await db.AccountRequests.Include(r => r.Verdict).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } request) return Failure.NotFound;
                if (AccountRequestRules.RefuseReject(request) is { Count: > 0 } refusals) return Failure.Refused(refusals);
                db.AccountVerdicts.Add(Verdict(actor, id, confirmed: false, note!.Trim()));
                await db.SaveAsync(actor, note, stop);
                return new RejectedRequest(request.RequestedById == actor.UserId);
            },
            stop);
    }

    private async Task<Result<ConfirmedRequest>> CarryOutAsync(AppDbContext db, Actor actor, AccountRequest request, AppUser user, CancellationToken stop)
    {
        var (now, by) = (clock.NowUtc(), actor.UserId!.Value);
        switch (request.Kind)
        {
            case AccountRequestKind.GiveRoles:
                var roles = request.AskedRoles();
                var (isAdministrator, others) = await db.AdministratorsAsync(user, stop);
                if (AccountRules.RefuseRoles(actor, user.Id, user.FullName, isAdministrator, roles, others) is { Count: > 0 } refusals) return Failure.Refused(refusals);
                await db.SetRolesAsync(user, roles, stop);
                db.Tell(user.Id, NoticeKind.RolesChanged, PeopleText.Of(roles), now);
                await db.AccountChangedAsync(user, door.NowUtc, keep: null, stop);
                // A new account has no password yet.
                return new ConfirmedRequest(request.Kind, user.PasswordHash is null ? await db.MakeLinkAsync(box, user.Id, OneTimeLinkPurpose.FirstPassword, by, door.NowUtc, stop) : null);
            case AccountRequestKind.NewPassword:
                db.Tell(user.Id, NoticeKind.LinkMade, null, now);
                user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
                return new ConfirmedRequest(request.Kind, await db.MakeLinkAsync(
                    box, user.Id, user.PasswordHash is null ? OneTimeLinkPurpose.FirstPassword : OneTimeLinkPurpose.NewPassword, by, door.NowUtc, stop));
            case AccountRequestKind.NewFactors:
                await db.DropFactorsAsync(box, user, (now, door.NowUtc), stop);
                return new ConfirmedRequest(request.Kind, null);
            case AccountRequestKind.Unlock:
                user.IsLocked = false;
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
                await db.AccountChangedAsync(user, door.NowUtc, keep: null, stop);
                return new ConfirmedRequest(request.Kind, null);
            default:
                throw new InvalidOperationException($"No way to carry out {request.Kind}.");
        }
    }

    private AccountVerdict Verdict(Actor actor, int requestId, bool confirmed, string? note) => new()
    {
        RequestId = requestId, Confirmed = confirmed, Note = note, ById = actor.UserId!.Value, ByName = actor.Name, At = clock.NowUtc(),
    };
}
