using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Operations.Watch;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Security;

/// <summary>Signing in and out without telling strangers which addresses have an account.</summary>
public sealed class SignIn(AppDbContext db, UserManager<AppUser> users, SignInManager<AppUser> sessions, UnknownTries unknown, SignInLog log, SecurityLog security)
{
    /// <summary>Failed tries in a row until the lockout.</summary>
    public const int Tries = 5;

    /// <summary>How long the lockout lasts.</summary>
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    public async Task<SignInAnswer> InAsync(string address, string password, CancellationToken stop)
    {
        var user = await users.FindByEmailAsync(address);
        var answer = await AnswerAsync(user, address, password, stop);
        security.SignIn(answer.ToString(), user?.Id, answer == SignInAnswer.Done);
        return answer;
    }

    private async Task<SignInAnswer> AnswerAsync(AppUser? user, string address, string password, CancellationToken stop)
    {
        if (user is null) return Unknown(address, password);
        if (await users.IsLockedOutAsync(user)) return SignInAnswer.LockedOut;
        if (!await users.CheckPasswordAsync(user, password)) return await CountFailureAsync(user, stop);
        // Told only to whoever knows the password.
        if (user.IsLocked)
        {
            log.RecordTry(user.Id, SignInKind.LockedOut);
            return SignInAnswer.LockedOut;
        }

        if (user.AccessFailedCount > 0) await users.ResetAccessFailedCountAsync(user);
        await log.RecordAsync(user.Id, user.FullName, SignInKind.SignedIn, stop);
        await sessions.SignInAsync(user, isPersistent: false);
        return SignInAnswer.Done;
    }

    /// <summary>Keeps this session open after the own password changed, which ends all others.</summary>
    public async Task RefreshAsync(int userId, CancellationToken stop)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId, stop) is { } user) await sessions.RefreshSignInAsync(user);
    }

    public async Task OutAsync(Actor actor, CancellationToken stop)
    {
        if (actor.UserId is { } id) await log.RecordAsync(id, actor.Name, SignInKind.SignedOut, stop);
        await sessions.SignOutAsync();
    }

    private SignInAnswer Unknown(string address, string password)
    {
        if (unknown.IsLockedOut(address)) return SignInAnswer.LockedOut;
        // Hashing takes as long as checking: the time of the answer tells nothing.
        users.PasswordHasher.HashPassword(new AppUser { FullName = string.Empty }, password);
        return unknown.Fail(address) ? SignInAnswer.LockedOut : SignInAnswer.Wrong;
    }

    private async Task<SignInAnswer> CountFailureAsync(AppUser user, CancellationToken stop)
    {
        // Tries that come at once collide on the account's row; each must count.
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if ((await users.AccessFailedAsync(user)).Succeeded) break;
            await db.Entry(user).ReloadAsync(stop);
        }

        log.RecordTry(user.Id, SignInKind.WrongPassword);
        if (!await users.IsLockedOutAsync(user)) return SignInAnswer.Wrong;
        // Told once: tries while the lockout lasts could otherwise fill the trail.
        log.RecordTry(user.Id, SignInKind.LockedOut);
        return SignInAnswer.LockedOut;
    }
}
