using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Which account at the identity provider opens which account of the portal. Its holder makes the link, nobody else.</summary>
public sealed class ProviderLinkService(IDbContextFactory<AppDbContext> databases, SecretBox box, DoorClock door, TimeProvider clock)
{
    /// <summary>The account that somebody at the provider is linked with; not found where there is none.</summary>
    /// <param name="actor">Nobody is signed in.</param>
    /// <param name="who">Whom the provider vouches for.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<int>> FindAsync(Actor actor, ProviderIdentity who, CancellationToken stop)
    {
        var key = ProviderLinks.KeyOf(box, who);
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.UserLogins.AsNoTracking().Where(l => l.LoginProvider == who.Issuer && l.ProviderKey == key).Select(l => (int?)l.UserId).SingleOrDefaultAsync(stop) is { } id
            ? id : Failure.NotFound;
    }

    /// <summary>Whether the person's own account is linked with the provider.</summary>
    public async Task<Result<bool>> ReadAsync(Actor actor, string issuer, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.UserLogins.AnyAsync(l => l.UserId == actor.UserId && l.LoginProvider == issuer, stop);
    }

    /// <summary>Links the own account; other sessions end, since there is a new way in. Demands a fresh factor of people who have one.</summary>
    /// <param name="actor">The person.</param>
    /// <param name="who">Whom the provider vouches for.</param>
    /// <param name="provider">What the provider is called.</param>
    /// <param name="session">The digest of the session that goes on.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result> LinkAsync(Actor actor, ProviderIdentity who, string provider, string? session, CancellationToken stop)
    {
        if (StepUpRules.Refuse(actor) is { } refused) return refused;
        var key = ProviderLinks.KeyOf(box, who);
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId && !u.IsLocked, stop) is not { } user) return Failure.NotFound;
                if (await db.UserLogins.AnyAsync(l => l.UserId == user.Id && l.LoginProvider == who.Issuer, stop)) return Failure.Refused(new AccountRefusals.AlreadyLinked(provider));
                if (await db.UserLogins.AnyAsync(l => l.LoginProvider == who.Issuer && l.ProviderKey == key, stop)) return Failure.Refused(new AccountRefusals.ProviderAccountTaken(provider));
                db.UserLogins.Add(new IdentityUserLogin<int> { LoginProvider = who.Issuer, ProviderKey = key, ProviderDisplayName = provider, UserId = user.Id });
                // The account's stamp moves: of two links of one account at once the slower one collides, looks again, and is refused.
                await db.FactorsChangedAsync(user, NoticeKind.ProviderLinked, provider, (clock.NowUtc(), door.NowUtc), session, stop);
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Takes the own account's link away; sessions but the own one end, since they may have come by it.</summary>
    public async Task<Result> UnlinkAsync(Actor actor, string issuer, string? session, CancellationToken stop)
    {
        if (StepUpRules.Refuse(actor) is { } refused) return refused;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.UserId, stop) is not { } user) return Failure.NotFound;
                var link = await db.UserLogins.SingleOrDefaultAsync(l => l.UserId == user.Id && l.LoginProvider == issuer, stop);
                if (link is null) return Failure.NotFound;
                db.UserLogins.Remove(link);
                await db.FactorsChangedAsync(user, NoticeKind.ProviderUnlinked, link.ProviderDisplayName ?? string.Empty, (clock.NowUtc(), door.NowUtc), session, stop);
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            },
            stop);
    }
}
