using System.Security.Claims;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Security.Factors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Security.Sessions;

/// <summary>Opens, renews and closes the session of the browser that asks.</summary>
public sealed class SessionOpening(
    AppDbContext db, IHttpContextAccessor http, SignInManager<AppUser> cookies, UserManager<AppUser> users, SessionService sessions, KnownSessions known, DeviceCookie devices,
    DoorClock clock, SecurityLog security)
{
    private HttpContext Context => http.HttpContext!;

    /// <summary>Opens a session for somebody who has proved who it is, in place of the browser's former one.</summary>
    /// <param name="user">The account.</param>
    /// <param name="withFactor">Whether a second factor was shown.</param>
    /// <param name="stop">Cancels.</param>
    public async Task OpenAsync(AppUser user, bool withFactor, CancellationToken stop)
    {
        var token = SessionToken.New();
        var session = new NewSession(
            SessionToken.HashOf(token), devices.Ensure(Context), DeviceName.Of(Context.Request.Headers.UserAgent), Context.Connection.RemoteIpAddress?.ToString(),
            Context.User.SessionHash());
        var actor = new Actor(user.Id, user.FullName, new HashSet<string>(StringComparer.Ordinal));
        known.Forget((await sessions.StartAsync(actor, session, stop)).Value);
        await cookies.SignInWithClaimsAsync(user, new AuthenticationProperties(), withFactor ? [new Claim(SessionToken.Claim, token), FactorClaims.Shown(clock.NowUtc)] : [new Claim(SessionToken.Claim, token)]);
        security.Session(SecurityEvent.SessionStarted, withFactor ? "WithFactor" : "PasswordOnly", user.Id);
    }

    /// <summary>Makes the cookie again after the own account changed, so that this session goes on.</summary>
    public Task RefreshAsync(int userId) => RemakeAsync(userId, Context.User.Claims.Where(SessionGate.IsOfSession));

    /// <summary>Notes in this session's cookie that a factor was shown now.</summary>
    public Task ShownAsync(int userId) => RemakeAsync(
        userId, Context.User.Claims.Where(c => c.Type == SessionToken.Claim).Append(FactorClaims.Shown(clock.NowUtc)));

    private async Task RemakeAsync(int userId, IEnumerable<Claim> claims)
    {
        if (await users.FindByIdAsync(userId.ToString(System.Globalization.CultureInfo.InvariantCulture)) is not { } user) return;
        // The check of this request may have read the account before it changed.
        await db.Entry(user).ReloadAsync();
        await cookies.SignInWithClaimsAsync(user, new AuthenticationProperties(), claims.Select(c => c.Clone()).ToList());
    }

    /// <summary>Ends the session here and on the server.</summary>
    public async Task CloseAsync(Actor actor, CancellationToken stop)
    {
        if (Context.User.SessionHash() is { } hash)
        {
            await sessions.EndThisAsync(actor, hash, SessionEnd.SignedOut, stop);
            known.Forget([hash]);
        }

        await cookies.SignOutAsync();
    }
}
