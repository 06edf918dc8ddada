using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>A person's own passkeys, once the browser's answer was proved.</summary>
public sealed class PasskeyService(IDbContextFactory<AppDbContext> databases, SecretBox box, DoorClock door, TimeProvider clock)
{
    /// <summary>The most passkeys of an account.</summary>
    public const int Most = 10;

    /// <summary>Keeps a proved passkey. The first factor of an account brings recovery codes with it.</summary>
    /// <returns>Recovery codes, shown once; none where there are some already.</returns>
    public async Task<Result<List<string>>> AddAsync(Actor actor, UserPasskeyInfo proved, string? name, string? session, CancellationToken stop)
    {
        var clean = VietnameseText.Clean(name);
        if (clean is null || clean.Length > 100) return Failure.Invalid("Name", "Đặt tên cho khóa truy cập, không quá 100 ký tự.");
        return await databases.RetryAsync<Result<List<string>>>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, stop) is not { } user) return Failure.NotFound;
                var (has, _) = await db.FactorsOfAsync(user.Id, stop);
                if (has && StepUpRules.Refuse(actor) is { } refused) return refused;
                if (await db.Passkeys.CountAsync(p => p.UserId == user.Id, stop) >= Most) return Failure.Invalid("Name", "Mỗi tài khoản có nhiều nhất 10 khóa truy cập. Gỡ khóa không dùng nữa.");
                if (await db.Passkeys.AnyAsync(p => p.CredentialId == proved.CredentialId, stop)) return Failure.Invalid("Name", "Khóa truy cập này đã có trong danh sách.");
                db.Passkeys.Add(PasskeyRows.Of(user.Id, proved, clean, door.NowUtc));
                var codes = has ? [] : await db.RenewRecoveryCodesAsync(box, user.Id, door.NowUtc, stop);
                await db.FactorsChangedAsync(user, NoticeKind.FactorAdded, "Khóa truy cập «" + clean + "»", (clock.NowUtc(), door.NowUtc), session, stop);
                await db.SaveAsync(actor, null, stop);
                return codes;
            },
            stop);
    }

    /// <summary>Takes a passkey away, and the recovery codes with the last factor.</summary>
    public async Task<Result> RemoveAsync(Actor actor, int id, string? session, CancellationToken stop)
    {
        if (StepUpRules.Refuse(actor) is { } refused) return refused;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var user = await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, stop);
                var passkey = await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == actor.UserId, stop);
                if (user is null || passkey is null) return Failure.NotFound;
                var isLast = !user.TwoFactorEnabled && !await db.Passkeys.AnyAsync(p => p.UserId == user.Id && p.Id != id, stop);
                if (isLast && (await db.FactorsOfAsync(user.Id, stop)).IsRequired) return Failure.Refused(new AccountRefusals.LastFactor());
                db.Passkeys.Remove(passkey);
                if (isLast) await db.DropRecoveryCodesAsync(user.Id, door.NowUtc, stop);
                await db.FactorsChangedAsync(user, NoticeKind.FactorRemoved, "Khóa truy cập «" + passkey.Name + "»", (clock.NowUtc(), door.NowUtc), session, stop);
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Gives a passkey another name.</summary>
    public async Task<Result> RenameAsync(Actor actor, int id, string? name, CancellationToken stop)
    {
        var clean = VietnameseText.Clean(name);
        if (clean is null || clean.Length > 100) return Failure.Invalid("Name", "Đặt tên cho khóa truy cập, không quá 100 ký tự.");
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == actor.UserId, stop) is not { } passkey) return Failure.NotFound;
                passkey.Name = clean;
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Moves a passkey's counter after it was used; a counter that goes back is a copy, and is refused.</summary>
    public async Task<Result> UsedAsync(Actor actor, UserPasskeyInfo proved, CancellationToken stop) => await databases.RetryAsync<Result>(
        async db =>
        {
            if (await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == proved.CredentialId && p.UserId == actor.UserId, stop) is not { } passkey) return Failure.NotFound;
            if (!await db.Users.AnyAsync(u => u.Id == actor.UserId && !u.IsLocked, stop)) return Failure.NotFound;
            // Authenticators that count nothing say zero each time.
            if ((proved.SignCount > 0 || passkey.SignCount > 0) && proved.SignCount <= passkey.SignCount) return Failure.Refused(new AccountRefusals.CodeNotTaken());
            passkey.SignCount = proved.SignCount;
            passkey.IsBackedUp = proved.IsBackedUp;
            passkey.IsUserVerified = proved.IsUserVerified;
            await db.SaveAsync(actor, null, stop);
            return Result.Done;
        },
        stop);
}
