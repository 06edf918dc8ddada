using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>A person's own second factors: set up, renewed, taken away. Changing what is there demands a fresh factor.</summary>
public sealed class SecondFactorService(IDbContextFactory<AppDbContext> databases, SecretBox box, DoorClock door, TimeProvider clock)
{
    /// <summary>What is set up.</summary>
    public async Task<Result<SecondFactorPage>> ReadAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var id = actor.UserId;
        if (await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => new { u.TwoFactorEnabled, u.Email }).SingleOrDefaultAsync(stop) is not { } user) return Failure.NotFound;
        var passkeys = await db.Passkeys.AsNoTracking().Where(p => p.UserId == id).OrderBy(p => p.Id).Take(PasskeyService.Most)
            .Select(p => new OwnPasskey(p.Id, p.Name, p.CreatedAt)).ToListAsync(stop);
        var codes = await db.RecoveryCodes.CountAsync(c => c.UserId == id && c.UsedAt == null, stop);
        var (_, isRequired) = await db.FactorsOfAsync(id!.Value, stop);
        return new SecondFactorPage(user.TwoFactorEnabled, codes, passkeys, isRequired, user.Email!);
    }

    /// <summary>Sets an authenticator up once it has shown that it holds the secret; the code used for that is used up.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="secret">In Base32, as the app was given it.</param>
    /// <param name="code">The code that the app shows.</param>
    /// <param name="session">The digest of the session that goes on.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>Recovery codes, shown once.</returns>
    public async Task<Result<List<string>>> SetUpAsync(Actor actor, string? secret, string? code, string? session, CancellationToken stop)
    {
        if (Base32.Read(secret) is not { Length: >= 20 and <= 64 } key) return Failure.Invalid("Secret", "Tải lại trang để lấy mã QR mới.");
        return await ChangeAsync(actor, async (db, user) =>
        {
            if (TotpCode.Match(key, code, door.NowUtc, null) is not { } step) return Failure.Invalid("Code", "Mã không đúng. Kiểm tra giờ trên điện thoại rồi nhập mã đang hiện.");
            await db.SetAuthenticatorKeyAsync(box, user.Id, key, stop);
            user.TwoFactorEnabled = true;
            user.LastCodeStep = step;
            return await RenewAsync(db, user, NoticeKind.FactorAdded, "Ứng dụng xác thực", session, stop);
        }, stop);
    }

    /// <summary>Takes the authenticator away, and the recovery codes with the last factor.</summary>
    public async Task<Result> TurnOffAsync(Actor actor, string? session, CancellationToken stop) => await ChangeAsync(actor, async (db, user) =>
    {
        if (!user.TwoFactorEnabled) return Failure.NotFound;
        var hasPasskey = await db.Passkeys.AnyAsync(p => p.UserId == user.Id, stop);
        if (!hasPasskey && (await db.FactorsOfAsync(user.Id, stop)).IsRequired) return Failure.Refused(new AccountRefusals.LastFactor());
        await db.SetAuthenticatorKeyAsync(box, user.Id, null, stop);
        user.TwoFactorEnabled = false;
        if (!hasPasskey) await db.DropRecoveryCodesAsync(user.Id, door.NowUtc, stop);
        await db.FactorsChangedAsync(user, NoticeKind.FactorRemoved, "Ứng dụng xác thực", (clock.NowUtc(), door.NowUtc), session, stop);
        return new List<string>();
    }, stop);

    /// <summary>Ten new recovery codes in place of those before.</summary>
    public Task<Result<List<string>>> RenewCodesAsync(Actor actor, string? session, CancellationToken stop) => ChangeAsync(actor, async (db, user) =>
        (await db.FactorsOfAsync(user.Id, stop)).Has ? await RenewAsync(db, user, NoticeKind.RecoveryCodesMade, null, session, stop) : Failure.NotFound, stop);

    private async Task<Result<List<string>>> RenewAsync(AppDbContext db, AppUser user, NoticeKind kind, string? detail, string? session, CancellationToken stop)
    {
        var codes = await db.RenewRecoveryCodesAsync(box, user.Id, door.NowUtc, stop);
        await db.FactorsChangedAsync(user, kind, detail, (clock.NowUtc(), door.NowUtc), session, stop);
        return codes;
    }

    private async Task<Result<List<string>>> ChangeAsync(Actor actor, Func<AppDbContext, AppUser, Task<Result<List<string>>>> change, CancellationToken stop) =>
        await databases.RetryAsync<Result<List<string>>>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, stop) is not { } user) return Failure.NotFound;
                // The first factor can be shown by nobody yet.
                if ((await db.FactorsOfAsync(user.Id, stop)).Has && StepUpRules.Refuse(actor) is { } refused) return refused;
                var result = await change(db, user);
                if (result.IsDone) await db.SaveAsync(actor, null, stop);
                return result;
            },
            stop);
}
