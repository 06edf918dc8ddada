using System.Security.Claims;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Web.Security;

/// <summary>The signed-in person of this request as the services see one.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    /// <summary>The person; without any permission when nobody is signed in.</summary>
    public Actor Actor => FromClaims(http.HttpContext?.User);

    private static Actor FromClaims(ClaimsPrincipal? user)
    {
        var roles = user?.FindAll(ClaimTypes.Role).Select(c => Enum.TryParse<Role>(c.Value, out var role) ? role : (Role?)null).OfType<Role>() ?? [];
        var id = int.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new Actor(id, user?.Identity?.Name ?? "", RolePermissions.Of(roles));
    }
}
