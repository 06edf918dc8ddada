using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Factors;

namespace KhuyenCong.Web.Security;

/// <summary>Who acts in this request; only pages and what surrounds them ask it.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, DoorClock clock)
{
    /// <summary>The person; without any permission when nobody is signed in.</summary>
    public Actor Actor => http.HttpContext?.User is { } user ? user.ToActor() with { MustShowFactor = user.MustShowFactor(clock.NowUtc) } : ActorClaims.Nobody;
}
