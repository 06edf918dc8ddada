using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>The sessions that can still be used.</summary>
public static class OpenSessions
{
    /// <summary>Sessions neither ended nor run out at a moment of the door's clock.</summary>
    public static IQueryable<UserSession> OpenAt(this IQueryable<UserSession> sessions, DateTime now)
    {
        var (youngest, latest) = (now - UserSession.LongestLife, now - UserSession.LongestPause);
        return sessions.Where(s => s.EndedAt == null && s.StartedAt > youngest && s.LastSeenAt > latest);
    }

    /// <summary>Ends an account's open sessions; whoever calls saves it together with what ends them.</summary>
    /// <param name="db">The context that will be saved.</param>
    /// <param name="userId">The account.</param>
    /// <param name="because">Why they end.</param>
    /// <param name="now">The moment of the door's clock.</param>
    /// <param name="keep">The digest of the session that goes on; null for none.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>The digests of what ended.</returns>
    public static async Task<List<string>> EndSessionsAsync(
        this AppDbContext db, int userId, SessionEnd because, DateTime now, string? keep, CancellationToken stop)
    {
        var open = await db.UserSessions.OpenAt(now).Where(s => s.UserId == userId && s.TokenHash != keep).ToListAsync(stop);
        open.ForEach(session => session.End(because, now));
        return open.ConvertAll(session => session.TokenHash);
    }
}
