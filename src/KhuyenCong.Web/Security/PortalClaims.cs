using System.Security.Claims;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
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
/// made again whenever the session is checked, so that a delegation begins and ends within a minute.
/// </summary>
internal sealed class PortalClaims(UserManager<AppUser> users, RoleManager<AppRole> roles, IOptions<IdentityOptions> options, AppDbContext db, TimeProvider clock)
    : UserClaimsPrincipalFactory<AppUser, AppRole>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ActorClaims.FullName, user.FullName));
        foreach (var permission in await db.LentToAsync(user.Id, clock.Today(), CancellationToken.None)) identity.AddClaim(new Claim(ActorClaims.Lent, permission));
        if (user.MustChangePassword) identity.AddClaim(new Claim(PasswordGate.MustChange, "1"));
        var (hasFactor, mustHave) = await db.FactorsOfAsync(user.Id, CancellationToken.None);
        if (hasFactor) identity.AddClaim(new Claim(FactorClaims.Has, "1"));
        else if (mustHave) identity.AddClaim(new Claim(FactorClaims.Lacks, "1"));
        return identity;
    }
}
