using KhuyenCong.Domain.People;

namespace KhuyenCong.Web.Security;

/// <summary>Who acts in this request; only pages and what surrounds them ask it.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    /// <summary>The person; without any permission when nobody is signed in.</summary>
    public Actor Actor => http.HttpContext?.User.ToActor() ?? ActorClaims.Nobody;
}
