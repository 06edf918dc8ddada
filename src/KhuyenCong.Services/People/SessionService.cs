using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Sessions as they open, go on and end; each is a row, so that ending it ends every copy of its cookie.</summary>
public sealed class SessionService(IDbContextFactory<AppDbContext> databases, DoorClock door, TimeProvider clock)
{
    /// <summary>The longest list of own sessions.</summary>
    public const int Most = 100;

    /// <summary>
    /// Opens a session for the person, in place of the browser's former one. A browser that was not seen before with the
    /// account makes a notice.
    /// </summary>
    /// <returns>The digests of the sessions that ended.</returns>
    public Task<Result<List<string>>> StartAsync(Actor actor, NewSession session, CancellationToken stop) => databases.RetryAsync<Result<List<string>>>(
        async db =>
        {
            var (id, now) = (actor.UserId!.Value, door.NowUtc);
            var former = await db.UserSessions.OpenAt(now)
                .Where(s => s.TokenHash == session.Replaces || (s.UserId == id && s.DeviceId == session.DeviceId)).ToListAsync(stop);
            former.ForEach(s => s.End(SessionEnd.Replaced, now));
            if (!await db.UserSessions.AnyAsync(s => s.UserId == id && s.DeviceId == session.DeviceId, stop))
            {
                db.Tell(id, NoticeKind.NewDevice, session.Address is null ? session.Device : $"{session.Device}, {session.Address}", clock.NowUtc());
            }

            db.UserSessions.Add(new UserSession
            {
                UserId = id, TokenHash = session.TokenHash, DeviceId = session.DeviceId, Device = session.Device, Address = session.Address,
                StartedAt = now, LastSeenAt = now,
            });
            db.SignInEvents.Add(new SignInEvent { UserId = id, Kind = SignInKind.SignedIn, At = clock.NowUtc() });
            await db.SaveAsync(actor, null, stop);
            return former.ConvertAll(s => s.TokenHash);
        },
        stop);

    /// <summary>The open session behind a cookie; not found where it ended or ran out.</summary>
    public async Task<Result<SessionSeen>> FindAsync(Actor actor, string tokenHash, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var session = await db.UserSessions.AsNoTracking().Where(s => s.TokenHash == tokenHash && s.EndedAt == null)
            .Select(s => new SessionSeen(s.Id, s.UserId, s.StartedAt, s.LastSeenAt)).SingleOrDefaultAsync(stop);
        return session is null || (actor.UserId is { } id && id != session.UserId) ? Failure.NotFound : session;
    }

    /// <summary>Whether the account was used from this browser before.</summary>
    public async Task<Result> KnowsDeviceAsync(Actor actor, string deviceId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.UserSessions.AnyAsync(s => s.UserId == actor.UserId && s.DeviceId == deviceId, stop) ? Result.Done : Failure.NotFound;
    }

    /// <summary>The person's open sessions, the latest first.</summary>
    public async Task<Result<List<OwnSession>>> ListAsync(Actor actor, string? thisHash, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.UserSessions.AsNoTracking().OpenAt(door.NowUtc).Where(s => s.UserId == actor.UserId)
            .OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.Id).Take(Most)
            .Select(s => new OwnSession(s.Id, s.Device, s.Address, s.StartedAt, s.LastSeenAt, s.TokenHash == thisHash)).ToListAsync(stop);
    }

    /// <summary>Ends the session that asks; leaving stands in the trail.</summary>
    public Task<Result> EndThisAsync(Actor actor, string tokenHash, SessionEnd because, CancellationToken stop) => databases.RetryAsync<Result>(
        async db =>
        {
            var session = await db.UserSessions.SingleOrDefaultAsync(s => s.TokenHash == tokenHash && s.EndedAt == null, stop);
            if (session is null) return Failure.NotFound;
            session.End(because, door.NowUtc);
            if (because == SessionEnd.SignedOut) db.SignInEvents.Add(new SignInEvent { UserId = session.UserId, Kind = SignInKind.SignedOut, At = clock.NowUtc() });
            await db.SaveAsync(actor, null, stop);
            return Result.Done;
        },
        stop);

    /// <summary>Ends one of the person's own sessions.</summary>
    /// <returns>Its digest.</returns>
    public Task<Result<string>> EndOwnAsync(Actor actor, int id, CancellationToken stop) => databases.RetryAsync<Result<string>>(
        async db =>
        {
            var now = door.NowUtc;
            var session = await db.UserSessions.OpenAt(now).SingleOrDefaultAsync(s => s.Id == id && s.UserId == actor.UserId, stop);
            if (session is null) return Failure.NotFound;
            session.End(SessionEnd.EndedByOwner, now);
            await db.SaveAsync(actor, null, stop);
            return session.TokenHash;
        },
        stop);

    /// <summary>Ends all of the person's sessions but the one that asks.</summary>
    /// <returns>Their digests.</returns>
    public Task<Result<List<string>>> EndOthersAsync(Actor actor, string? thisHash, CancellationToken stop) => databases.RetryAsync<Result<List<string>>>(
        async db =>
        {
            var ended = await db.EndSessionsAsync(actor.UserId!.Value, SessionEnd.EndedByOwner, door.NowUtc, thisHash, stop);
            await db.SaveAsync(actor, null, stop);
            return ended;
        },
        stop);
}
