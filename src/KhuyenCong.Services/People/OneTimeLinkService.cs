using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Whoever holds a one-time code sets the password of its account. Second factors stay as they are, links with a provider do not.</summary>
public sealed class OneTimeLinkService(
    IDbContextFactory<AppDbContext> databases, UserManager<AppUser> users, IValidator<NewPassword> validator, SecretBox box, TryLimits limits, DoorClock door, TimeProvider clock)
{
    /// <summary>Sets the password and uses the code up; a code with a password that is refused stays.</summary>
    /// <param name="actor">Nobody is signed in.</param>
    /// <param name="request">What was typed.</param>
    /// <param name="network">Where the try comes from: guessing waits.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result> RedeemAsync(Actor actor, NewPassword request, string network, CancellationToken stop)
    {
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var digest = OneTimeLinks.DigestOf(box, request.Code);
        var turn = limits.Take("link " + (digest ?? "?"), null, network);
        if (turn.MustWait) return Failure.Invalid(nameof(NewPassword.Code), FormattableString.Invariant($"Đã thử sai nhiều lần. Chờ {Math.Ceiling(turn.Wait.TotalSeconds)} giây rồi thử lại."));
        if (digest is null) return Failure.Refused(new AccountRefusals.LinkNotTaken());
        var result = await databases.RetryAsync<Result>(
            async db =>
            {
                var link = await db.OneTimeLinks.SingleOrDefaultAsync(l => l.TokenHash == digest, stop);
                if (link is null || !link.WorksAt(door.NowUtc)) return Failure.Refused(new AccountRefusals.LinkNotTaken());
                var user = await db.Users.SingleAsync(u => u.Id == link.UserId, stop);
                if (user.IsLocked) return Failure.Refused(new AccountRefusals.LinkNotTaken());
                if (await users.FaultsAsync(user, request.New!) is { } faults) return Failure.Invalid(nameof(NewPassword.New), faults);
                // This link is among those that it uses up.
                await db.SetPasswordAsync(users, user, request.New!, (clock.NowUtc(), door.NowUtc), keep: null, stop);
                // Whoever knew the former password may have linked an account of his own at the provider.
                await db.DropProviderLinksAsync(user.Id, clock.NowUtc(), stop);
                await db.SaveAsync(new Actor(user.Id, user.FullName, actor.Grants), "Đặt mật khẩu bằng mã dùng một lần", stop);
                return Result.Done;
            },
            stop);
        if (result.Outcome != Outcome.Refused) limits.Succeed(turn);
        return result;
    }
}
