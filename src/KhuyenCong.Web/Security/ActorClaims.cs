using System.Globalization;
using System.Security.Claims;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Passwords;

namespace KhuyenCong.Web.Security;

/// <summary>Turns the signed-in principal into the actor that services ask for.</summary>
public static class ActorClaims
{
    public const string FullName = "full_name";

    /// <summary>One for each permission that somebody lends today.</summary>
    public const string Lent = "lent_permission";

    /// <summary>Who is not signed in.</summary>
    public static Actor Nobody { get; } = Actor.System("Khách");

    /// <summary>The actor of a principal: id, full name, the permissions of its roles and those lent. Nobody has no permission.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true) return Nobody;
        var id = int.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var name = principal.FindFirstValue(FullName) ?? string.Empty;
        // Until the factor that the role demands is set up, and a password that somebody else gave is changed, the role gives nothing.
        if (principal.LacksFactor() || principal.MustChangePassword()) return new Actor(id, name, new HashSet<string>(StringComparer.Ordinal));
        return new Actor(id, name, RolePermissions.Of(principal.Roles()))
        {
            Lent = principal.FindAll(Lent).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>The roles of a principal; unknown names are left out.</summary>
    public static IEnumerable<Role> Roles(this ClaimsPrincipal principal) => principal.FindAll(ClaimTypes.Role)
        .Select(claim => Enum.TryParse<Role>(claim.Value, out var role) && Enum.IsDefined(role) ? role : (Role?)null)
        .OfType<Role>();
}
