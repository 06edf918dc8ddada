using System.Security.Claims;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Settings;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Adds the full name, which the audit trail and the page head show, and what others lend to the person today. Claims are
/// made again whenever the session is checked, so that a delegation begins and ends within a minute, and an account whose rows do
/// not agree with the trail has no right left within a minute.
/// </summary>
internal sealed class PortalClaims(UserManager<AppUser> users, RoleManager<AppRole> roles, IOptions<IdentityOptions> options, AppDbContext db, AccountSealService seals, TimeProvider clock)
    : UserClaimsPrincipalFactory<AppUser, AppRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ActorClaims.FullName, user.FullName));
        var person = new Actor(user.Id, user.FullName, new HashSet<string>(StringComparer.Ordinal));
        if ((await seals.FindFalsifiedAsync(person, CancellationToken.None)).Count > 0)
        {
            // Whoever put a role there behind the portal's back gets nothing from it, and neither does anybody from this account.
            foreach (var role in identity.FindAll(c => c.Type == identity.RoleClaimType || c.Type == ClaimTypes.Role).ToList()) identity.RemoveClaim(role);
            return identity;
        }

        foreach (var permission in await db.LentToAsync(user.Id, clock.Today(), CancellationToken.None)) identity.AddClaim(new Claim(ActorClaims.Lent, permission));
        if (user.MustChangePassword) identity.AddClaim(new Claim(PasswordGate.MustChange, "1"));
        var (hasFactor, mustHave) = await db.FactorsOfAsync(user.Id, CancellationToken.None);
        if (hasFactor) identity.AddClaim(new Claim(FactorClaims.Has, "1"));
        else if (mustHave) identity.AddClaim(new Claim(FactorClaims.Lacks, "1"));
        return identity;
    }
}
