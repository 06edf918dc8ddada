using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Accounts as administrators manage them; each change ends the account's open sessions and stands in the audit trail with its reason.</summary>
public sealed class AccountService(
    IDbContextFactory<AppDbContext> databases, UserManager<AppUser> users, IValidator<NewAccount> validator, DoorClock door)
{
    /// <summary>Makes an account with its roles.</summary>
    /// <returns>The account's id.</returns>
    public async Task<Result<int>> CreateAsync(Actor actor, NewAccount request, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);

        // Again after a conflict: whoever took the address meanwhile is then seen.
        return await databases.RetryAsync(db => CreateAsync(db, actor, request, stop), stop);
    }

    /// <summary>Gives an account exactly these roles.</summary>
    public async Task<Result> SetRolesAsync(Actor actor, int id, IReadOnlyList<Role> roles, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (StepUpRules.Refuse(actor) is { } stale) return stale;
        if (roles.Count == 0 || !roles.All(Enum.IsDefined)) return Failure.Invalid("Roles", "Chọn ít nhất một vai trò.");
        if (ReasonFault(reason) is { } fault) return fault;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                var (isAdministrator, others) = await AdministratorsAsync(db, user, stop);
                var refusals = AccountRules.RefuseRoles(actor, user.Id, user.FullName, isAdministrator, roles, others);
                if (refusals.Count > 0) return Failure.Refused(refusals);
                await SetRolesAsync(db, user, roles, stop);
                await EndSessionsAsync(db, user, stop);
                await db.SaveAsync(actor, reason, stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Locks an account until it is unlocked.</summary>
    public async Task<Result> LockAsync(Actor actor, int id, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (ReasonFault(reason) is { } fault) return fault;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                var (isAdministrator, others) = await AdministratorsAsync(db, user, stop);
                var refusals = AccountRules.RefuseLock(actor, id, user.FullName, isAdministrator, others);
                if (refusals.Count > 0) return Failure.Refused(refusals);
                user.IsLocked = true;
                await EndSessionsAsync(db, user, stop);
                await db.SaveAsync(actor, reason, stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Takes back the lock, and the lockout after failed tries.</summary>
    public async Task<Result> UnlockAsync(Actor actor, int id, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (ReasonFault(reason) is { } fault) return fault;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                user.IsLocked = false;
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
                user.ConcurrencyStamp = Stamp();
                await db.SaveAsync(actor, reason, stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Gives an account a new password and ends its lockout after failed tries.</summary>
    public async Task<Result> ResetPasswordAsync(Actor actor, int id, string? password, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (string.IsNullOrEmpty(password) || password.Length > 128) return Failure.Invalid("Password", "Nhập mật khẩu mới, dài không quá 128 ký tự.");
        if (ReasonFault(reason) is { } fault) return fault;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                if (await PasswordFaultsAsync(user, password) is { } faults) return Failure.Invalid("Password", faults);
                user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
                user.LockoutEnd = null;
                user.AccessFailedCount = 0;
                await EndSessionsAsync(db, user, stop);
                await db.SaveAsync(actor, reason, stop);
                return Result.Done;
            },
            stop);
    }

    private async Task<Result<int>> CreateAsync(AppDbContext db, Actor actor, NewAccount request, CancellationToken stop)
    {
        var email = request.Email!.Trim();
        var user = new AppUser
        {
            UserName = email, Email = email, EmailConfirmed = true, FullName = VietnameseText.Clean(request.FullName)!,
            Position = VietnameseText.Clean(request.Position), LockoutEnabled = true,
            NormalizedUserName = users.NormalizeName(email), NormalizedEmail = users.NormalizeEmail(email), SecurityStamp = Stamp(),
        };
        if (await PasswordFaultsAsync(user, request.Password!) is { } faults) return Failure.Invalid(nameof(NewAccount.Password), faults);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, request.Password!);
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail || u.NormalizedUserName == user.NormalizedUserName, stop))
        {
            return Failure.Refused(new AccountRefusals.AddressTaken(email));
        }

        db.Users.Add(user);
        await db.SaveAsync(actor, null, stop);
        // An account without roles may do nothing: if this second save fails, nothing was given away.
        await SetRolesAsync(db, user, request.Roles!, stop);
        await db.SaveAsync(actor, null, stop);
        return user.Id;
    }

    private static Failure? ReasonFault(string? reason) => reason switch
    {
        null or "" => Failure.Invalid("Reason", "Ghi lý do."),
        { Length: > 2000 } => Failure.Invalid("Reason", "Lý do dài không quá 2.000 ký tự."),
        _ when string.IsNullOrWhiteSpace(reason) => Failure.Invalid("Reason", "Ghi lý do."),
        _ => null,
    };

    private static string Stamp() => Guid.NewGuid().ToString("N");

    private async Task EndSessionsAsync(AppDbContext db, AppUser user, CancellationToken stop)
    {
        await db.EndSessionsAsync(user.Id, SessionEnd.AccountChanged, door.NowUtc, keep: null, stop);
        user.SecurityStamp = Stamp();
        user.ConcurrencyStamp = Stamp();
    }

    /// <summary>
    /// Whether the account is an active administrator, and how many others are. The role's row moves with every change
    /// that may lower their number, so that two such changes at once collide on it and the later one counts again.
    /// </summary>
    private static async Task<(bool IsAdministrator, int Others)> AdministratorsAsync(AppDbContext db, AppUser user, CancellationToken stop)
    {
        var role = await db.Roles.SingleAsync(r => r.Name == nameof(Role.Administrator), stop);
        var ids = await db.UserRoles.Where(l => l.RoleId == role.Id && db.Users.Any(u => u.Id == l.UserId && !u.IsLocked))
            .Select(l => l.UserId).ToListAsync(stop);
        var isAdministrator = ids.Remove(user.Id);
        if (isAdministrator) role.ConcurrencyStamp = Stamp();
        return (isAdministrator, ids.Count);
    }

    private static async Task SetRolesAsync(AppDbContext db, AppUser user, IReadOnlyList<Role> roles, CancellationToken stop)
    {
        var wanted = roles.Select(r => r.ToString()).ToList();
        var ids = await db.Roles.Where(r => wanted.Contains(r.Name!)).Select(r => r.Id).ToListAsync(stop);
        var held = await db.UserRoles.Where(l => l.UserId == user.Id).ToListAsync(stop);
        db.UserRoles.RemoveRange(held.Where(l => !ids.Contains(l.RoleId)));
        db.UserRoles.AddRange(ids.Except(held.Select(l => l.RoleId)).Select(id => new IdentityUserRole<int> { UserId = user.Id, RoleId = id }));
    }

    private async Task<string?> PasswordFaultsAsync(AppUser user, string password)
    {
        var faults = new List<string>();
        foreach (var rule in users.PasswordValidators)
        {
            faults.AddRange((await rule.ValidateAsync(users, user, password)).Errors.Select(e => e.Description));
        }

        return faults.Count == 0 ? null : string.Join(' ', faults);
    }
}
