using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>
/// Accounts as the operator of the server makes them, alone and with a first password: the command line's way, which begins
/// an empty portal and brings back administrators who lost theirs. No page leads here, and nobody with an account may do it.
/// </summary>
public sealed class OperatorAccountService(
    IDbContextFactory<AppDbContext> databases, UserManager<AppUser> users, IValidator<NewAccount> validator, SecretBox box, DoorClock door, TimeProvider clock)
{
    /// <summary>Makes an account with its roles and a password.</summary>
    /// <param name="actor">A named part of the system with the permission to manage accounts.</param>
    /// <param name="request">The account.</param>
    /// <param name="password">The first password.</param>
    /// <param name="mustChange">Whether it must be changed at the first sign-in.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>The account's id.</returns>
    public async Task<Result<int>> CreateAsync(Actor actor, NewAccount request, string? password, bool mustChange, CancellationToken stop)
    {
        if (!IsOperator(actor)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        if (Fault(password) is { } fault) return fault;
        return await databases.RetryAsync<Result<int>>(
            async db =>
            {
                var user = users.Draft(request);
                if (await users.FaultsAsync(user, password!) is { } faults) return Failure.Invalid("Password", faults);
                user.PasswordHash = users.PasswordHasher.HashPassword(user, password!);
                (user.MustChangePassword, user.PasswordChangedAt) = (mustChange, clock.NowUtc());
                if (await db.AddAccountAsync(user, stop) is { } taken) return taken;
                await db.SaveAsync(actor, request.Reason, stop);
                // An account without roles may do nothing: if this second save fails, nothing was given away.
                await db.SetRolesAsync(user, request.Roles!, stop);
                await db.SaveAsync(actor, request.Reason, stop);
                return user.Id;
            },
            stop);
    }

    /// <summary>
    /// Gives an administrator a password that must be changed, takes the second factors and a lock away: where no second
    /// administrator is left to confirm it. Other accounts are none of the operator's business.
    /// </summary>
    public async Task<Result> ResetAdministratorAsync(Actor actor, string? email, string? password, string? reason, CancellationToken stop)
    {
        if (!IsOperator(actor)) return Failure.Forbidden;
        if (Fault(password) is { } fault) return fault;
        if (Reasons.Fault(reason) is { } wrong) return wrong;
        var name = users.NormalizeEmail(email ?? string.Empty);
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == name, stop);
                if (user is null || (await db.HeldAsync(user.Id, stop)) is not [Role.Administrator]) return Failure.NotFound;
                if (await users.FaultsAsync(user, password!) is { } faults) return Failure.Invalid("Password", faults);
                user.IsLocked = false;
                await db.DropFactorsAsync(box, user, (clock.NowUtc(), door.NowUtc), stop);
                await db.SetPasswordAsync(users, user, password!, (clock.NowUtc(), door.NowUtc), keep: null, stop);
                user.MustChangePassword = true;
                await db.SaveAsync(actor, reason, stop);
                return Result.Done;
            },
            stop);
    }

    private static bool IsOperator(Actor actor) => actor.UserId is null && actor.Holds(Permissions.AccountsManage);

    private static Failure? Fault(string? password) => password switch
    {
        null or "" => Failure.Invalid("Password", "Nhập mật khẩu ban đầu."),
        { Length: > 128 } => Failure.Invalid("Password", "Mật khẩu dài không quá 128 ký tự."),
        _ => null,
    };
}
