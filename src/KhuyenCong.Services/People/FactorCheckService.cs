using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Looks at a typed code. A code works once, also when it is typed twice at the same moment.</summary>
public sealed class FactorCheckService(IDbContextFactory<AppDbContext> databases, SecretBox box, DoorClock door, TimeProvider clock)
{
    /// <summary>Accepts a code of the authenticator, or a recovery code, and uses it up.</summary>
    public async Task<Result> CheckAsync(Actor actor, string? typed, CancellationToken stop) => await databases.RetryAsync<Result>(
        async db =>
        {
            var user = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, stop);
            if (user is null || user.IsLocked) return Failure.NotFound;
            if (user.TwoFactorEnabled && await db.AuthenticatorKeyAsync(box, user.Id, stop) is { } key
                && TotpCode.Match(key, typed, door.NowUtc, user.LastCodeStep) is { } step)
            {
                // The stamp moves with the step: of two at once the slower one collides, looks again, and finds it used.
                user.LastCodeStep = step;
                user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            }

            if (await db.FindRecoveryCodeAsync(box, user.Id, typed, stop) is not { } recovery) return Failure.Refused(new AccountRefusals.CodeNotTaken());
            recovery.Use(door.NowUtc);
            var left = await db.RecoveryCodes.CountAsync(c => c.UserId == user.Id && c.UsedAt == null, stop) - 1;
            db.Tell(user.Id, NoticeKind.RecoveryCodeUsed, string.Create(CultureInfo.InvariantCulture, $"còn {left} mã"), clock.NowUtc());
            await db.SaveAsync(actor, null, stop);
            return Result.Done;
        },
        stop);
}
