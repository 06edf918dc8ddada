using System.Globalization;
using System.Security.Claims;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Security.Factors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KhuyenCong.Web.Security.Sessions;

/// <summary>Looks at the cookie of each request: its session must be open, and its account as it was.</summary>
internal static class SessionGate
{
    /// <summary>The key of TempData that tells that the browser's session ended.</summary>
    public const string EndedKey = "SessionEnded";

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (services, stop) = (context.HttpContext.RequestServices, context.HttpContext.RequestAborted);
        var known = services.GetRequiredService<KnownSessions>();
        var security = services.GetRequiredService<SecurityLog>();
        int? account = int.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;
        if (context.Principal?.SessionHash() is not { } hash || account is not { } userId || !await known.IsOpenAsync(hash, userId, stop))
        {
            security.Session(SecurityEvent.SessionEnded, "NotOpen", account);
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is not null) return;

        security.Session(SecurityEvent.SessionEnded, nameof(SessionEnd.AccountChanged), userId);
        // The account changed: no copy of the cookie comes back, whatever happens to the stamp later.
        await services.GetRequiredService<SessionService>().EndThisAsync(AppDbContext.Door, hash, SessionEnd.AccountChanged, stop);
        known.Forget([hash]);
    }

    /// <summary>Leaves word for the page of sign-in that the session ended.</summary>
    public static void SayEnded(HttpContext context)
    {
        var told = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        told[EndedKey] = true;
        told.Save();
    }

    /// <summary>What belongs to the session, not to the account, goes along when the claims are made again.</summary>
    public static Task CarryOver(SecurityStampRefreshingPrincipalContext context)
    {
        var kept = context.CurrentPrincipal!.Claims.Where(IsOfSession).Select(c => c.Clone());
        ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaims(kept);
        return Task.CompletedTask;
    }

    /// <summary>Whether a claim tells of the session and how it was opened.</summary>
    public static bool IsOfSession(Claim claim) => claim.Type is SessionToken.Claim or FactorClaims.ShownAt;
}
