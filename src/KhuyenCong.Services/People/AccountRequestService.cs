using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>What an administrator asks for and a second person confirms: each would open a way into an account.</summary>
public sealed class AccountRequestService(IDbContextFactory<AppDbContext> databases, UserManager<AppUser> users, IValidator<NewAccount> validator, TimeProvider clock)
{
    /// <summary>Makes an account that may do nothing and has no password, and asks for its roles.</summary>
    public async Task<Result<AccountStep>> AskAccountAsync(Actor actor, NewAccount request, CancellationToken stop)
    {
        if (Refuse(actor) is { } refused) return refused;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);

        // Again after a conflict: whoever took the address meanwhile is then seen.
        return await databases.RetryAsync<Result<AccountStep>>(
            async db =>
            {
                var user = users.Draft(request);
                if (await db.AddAccountAsync(user, stop) is { } taken) return taken;
                await db.SaveAsync(actor, request.Reason, stop);
                var asked = await db.AskAsync(actor, user, AccountRequestKind.GiveRoles, request.Roles!, request.Reason!, clock.NowUtc(), stop);
                await db.SaveAsync(actor, request.Reason, stop);
                return new AccountStep(asked.Value.Id);
            },
            stop);
    }

    /// <summary>Asks for a one-time link by which the account's holder sets a new password.</summary>
    public Task<Result<AccountStep>> AskPasswordAsync(Actor actor, int id, string? reason, CancellationToken stop) =>
        AskAsync(actor, id, AccountRequestKind.NewPassword, reason, (_, _) => Task.FromResult<Refusal?>(null), stop);

    /// <summary>Asks that the account's second factors and its link with a provider are taken away, so that its holder sets up new ones.</summary>
    public Task<Result<AccountStep>> AskFactorsAsync(Actor actor, int id, string? reason, CancellationToken stop) => AskAsync(
        actor, id, AccountRequestKind.NewFactors, reason,
        async (db, user) => (await db.FactorsOfAsync(user.Id, stop)).Has || await db.UserLogins.AnyAsync(l => l.UserId == user.Id, stop) ? null : new AccountRefusals.NoFactor(user.FullName), stop);

    /// <summary>Asks that the account's lock is taken back.</summary>
    public Task<Result<AccountStep>> AskUnlockAsync(Actor actor, int id, string? reason, CancellationToken stop) => AskAsync(
        actor, id, AccountRequestKind.Unlock, reason,
        (_, user) => Task.FromResult<Refusal?>(user.IsLocked ? null : new AccountRefusals.NotLocked(user.FullName)), stop);

    private static Failure? Refuse(Actor actor) => actor.May(Permissions.AccountsManage) && actor.UserId is not null ? StepUpRules.Refuse(actor) : Failure.Forbidden;

    private async Task<Result<AccountStep>> AskAsync(
        Actor actor, int id, AccountRequestKind kind, string? reason, Func<AppDbContext, AppUser, Task<Refusal?>> why, CancellationToken stop)
    {
        if (Refuse(actor) is { } refused) return refused;
        if (Reasons.Fault(reason) is { } fault) return fault;
        return await databases.RetryAsync<Result<AccountStep>>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                if (id == actor.UserId) return Failure.Refused(new AccountRefusals.OwnAccount());
                if (await why(db, user) is { } refusal) return Failure.Refused(refusal);
                var asked = await db.AskAsync(actor, user, kind, [], reason!, clock.NowUtc(), stop);
                if (!asked.IsDone) return Failure.From(asked);
                await db.SaveAsync(actor, reason, stop);
                return new AccountStep(asked.Value.Id);
            },
            stop);
    }
}
