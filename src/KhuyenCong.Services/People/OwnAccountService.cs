using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>What a person does with the own account.</summary>
public sealed class OwnAccountService(
    IDbContextFactory<AppDbContext> databases, UserManager<AppUser> users, IValidator<PasswordChange> validator, TryLimits limits, DoorClock door, TimeProvider clock)
{
    /// <summary>Changes the own password; other open sessions end, this one must be signed in again by its page.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="request">The present and the new password.</param>
    /// <param name="session">The digest of the session that goes on.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result> ChangePasswordAsync(Actor actor, PasswordChange request, string? session, CancellationToken stop)
    {
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        if (actor.UserId is not { } id) return Failure.NotFound;
        // A session left open must not become a place to guess passwords.
        var turn = limits.Take(FormattableString.Invariant($"own {id}"), "session", string.Empty);
        if (turn.MustWait) return Failure.Invalid(nameof(PasswordChange.Current), FormattableString.Invariant($"Đã nhập sai nhiều lần. Chờ {Math.Ceiling(turn.Wait.TotalSeconds)} giây rồi thử lại."));
        var isKnown = false;
        var result = await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, stop) is not { } user) return Failure.NotFound;
                if (user.PasswordHash is null || users.PasswordHasher.VerifyHashedPassword(user, user.PasswordHash, request.Current!) == PasswordVerificationResult.Failed)
                {
                    return Failure.Invalid(nameof(PasswordChange.Current), "Mật khẩu hiện tại không đúng.");
                }

                isKnown = true;
                if (request.New == request.Current) return Failure.Invalid(nameof(PasswordChange.New), "Mật khẩu mới phải khác mật khẩu hiện tại.");
                if (await users.FaultsAsync(user, request.New!) is { } faults) return Failure.Invalid(nameof(PasswordChange.New), faults);
                await db.SetPasswordAsync(users, user, request.New!, (clock.NowUtc(), door.NowUtc), session, stop);
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            },
            stop);
        if (isKnown) limits.Succeed(turn);
        return result;
    }
}
