using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>What an administrator does alone: taking away. What gives becomes a request that a second person confirms.</summary>
public sealed class AccountService(IDbContextFactory<AppDbContext> databases, DoorClock door, TimeProvider clock)
{
    /// <summary>
    /// Gives an account exactly these roles: at once where roles are only taken away, else as a request.
    /// </summary>
    public async Task<Result<AccountStep>> SetRolesAsync(Actor actor, int id, IReadOnlyList<Role> roles, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        if (roles.Count == 0 || !roles.All(Enum.IsDefined)) return Failure.Invalid("Roles", "Chọn ít nhất một vai trò.");
        if (Reasons.Fault(reason) is { } fault) return fault;
        return await databases.RetryAsync<Result<AccountStep>>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                var (isAdministrator, others) = await db.AdministratorsAsync(user, stop);
                var refusals = AccountRules.RefuseRoles(actor, user.Id, user.FullName, isAdministrator, roles, others);
                if (refusals.Count > 0) return Failure.Refused(refusals);
                var held = await db.HeldAsync(id, stop);
                if (held.ToHashSet().SetEquals(roles)) return Failure.Invalid("Roles", "Vai trò vẫn như cũ. Chọn vai trò khác rồi lưu.");
                if (roles.Except(held).Any(RolePermissions.NeedsSecondPerson))
                {
                    var asked = await db.AskAsync(actor, user, AccountRequestKind.GiveRoles, roles, reason!, clock.NowUtc(), stop);
                    if (!asked.IsDone) return Failure.From(asked);
                    await db.SaveAsync(actor, reason, stop);
                    return new AccountStep(asked.Value.Id);
                }

                await db.SetRolesAsync(user, roles, stop);
                await db.AccountChangedAsync(user, door.NowUtc, keep: null, stop);
                db.Tell(id, NoticeKind.RolesChanged, PeopleText.Of(roles.Distinct().Order()), clock.NowUtc());
                await db.SaveAsync(actor, reason, stop);
                return new AccountStep(null);
            },
            stop);
    }

    /// <summary>Locks an account until a second person confirms that it is unlocked; its one-time links stop working.</summary>
    public async Task<Result> LockAsync(Actor actor, int id, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (Reasons.Fault(reason) is { } fault) return fault;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                var (isAdministrator, others) = await db.AdministratorsAsync(user, stop);
                var refusals = AccountRules.RefuseLock(actor, id, user.FullName, user.IsLocked, isAdministrator, others);
                if (refusals.Count > 0) return Failure.Refused(refusals);
                user.IsLocked = true;
                await db.DropLinksAsync(id, door.NowUtc, stop);
                await db.AccountChangedAsync(user, door.NowUtc, keep: null, stop);
                await db.SaveAsync(actor, reason, stop);
                return Result.Done;
            },
            stop);
    }
}
