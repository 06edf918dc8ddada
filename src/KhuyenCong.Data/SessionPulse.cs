using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

/// <summary>The one write beside the door: when sessions were last seen, which the trail leaves out.</summary>
public static class SessionPulse
{
    /// <summary>Moves the time at which a session was last seen; never backwards.</summary>
    public static Task<int> MarkSeenAsync(this AppDbContext db, int sessionId, DateTime at, CancellationToken stop) =>
        db.UserSessions.Where(s => s.Id == sessionId && s.LastSeenAt < at).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, at), stop);
}
