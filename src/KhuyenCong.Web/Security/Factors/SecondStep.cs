using System.Globalization;
using System.Security.Claims;
using KhuyenCong.Data.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>Who has typed the right password and still has to show the second factor: a protected cookie of five minutes.</summary>
public sealed class SecondStep(IHttpContextAccessor http, UserManager<AppUser> users)
{
    public const string Scheme = "buoc-hai";

    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const string Stamp = "stamp";

    public Task BeginAsync(AppUser user)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)), new(Stamp, user.SecurityStamp ?? string.Empty)];
        return http.HttpContext!.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    /// <summary>The account; null where nobody is half way in, or the account changed since.</summary>
    public async Task<AppUser?> WhoAsync()
    {
        var found = await http.HttpContext!.AuthenticateAsync(Scheme);
        if (found.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || await users.FindByIdAsync(id) is not { } user) return null;
        return !user.IsLocked && user.SecurityStamp == found.Principal.FindFirstValue(Stamp) ? user : null;
    }

    public Task EndAsync() => http.HttpContext!.SignOutAsync(Scheme);
}
