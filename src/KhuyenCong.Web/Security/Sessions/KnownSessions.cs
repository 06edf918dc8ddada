using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Web.Security.Sessions;

/// <summary>
/// Which sessions are open, remembered for half a minute, so that most requests ask no database. What this node ends it
/// forgets at once; what another node ends it learns within that time.
/// </summary>
public sealed class KnownSessions(DoorClock clock, SessionPulses pulses, IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>How long an answer of the database is believed.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>Whether the session may be used now by this account; its last use moves along.</summary>
    public async Task<bool> IsOpenAsync(string tokenHash, int userId, CancellationToken stop)
    {
        var now = clock.NowUtc;
        var known = _known.Get<Known>(tokenHash);
        if (known is null || now - known.AskedAt >= Believed)
        {
            if (await AskAsync(tokenHash, stop) is not { } row)
            {
                _known.Remove(tokenHash);
                return false;
            }

            // This node may have seen it later than the row says.
            known = new Known(row, now) { SeenAt = known is not null && known.SeenAt > row.LastSeenAt ? known.SeenAt : row.LastSeenAt };
            _known.Set(tokenHash, known, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = UserSession.LongestPause });
        }

        if (known.Row.UserId != userId || now - known.Row.StartedAt >= UserSession.LongestLife || now - known.SeenAt >= UserSession.LongestPause) return false;
        known.SeenAt = now;
        if (now - known.WrittenAt >= TimeSpan.FromMinutes(1))
        {
            known.WrittenAt = now;
            pulses.Mark(known.Row.Id, now);
        }

        return true;
    }

    /// <summary>The database is asked at the next request.</summary>
    public void Forget(IEnumerable<string> tokenHashes)
    {
        foreach (var hash in tokenHashes) _known.Remove(hash);
    }

    public void Dispose() => _known.Dispose();

    private async Task<SessionSeen?> AskAsync(string tokenHash, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<SessionService>().FindAsync(AppDbContext.Door, tokenHash, stop);
        return found.IsDone ? found.Value : null;
    }

    private sealed class Known(SessionSeen row, DateTime askedAt)
    {
        public SessionSeen Row { get; } = row;

        public DateTime AskedAt { get; } = askedAt;

        public DateTime SeenAt { get; set; }

        public DateTime WrittenAt { get; set; } = row.LastSeenAt;
    }
}
