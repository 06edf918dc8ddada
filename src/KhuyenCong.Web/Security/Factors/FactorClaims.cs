using System.Globalization;
using System.Security.Claims;
using KhuyenCong.Services.People;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>What the protected cookie tells of second factors.</summary>
internal static class FactorClaims
{
    /// <summary>The account has a factor.</summary>
    public const string Has = "has_factor";

    /// <summary>A role of the account demands a factor, and it has none: it may do nothing but set one up.</summary>
    public const string Lacks = "lacks_factor";

    /// <summary>When a factor was shown last in this session, in seconds since 1970.</summary>
    public const string ShownAt = "factor_at";

    public static Claim Shown(DateTime utc) => new(ShownAt, new DateTimeOffset(utc).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public static bool HasFactor(this ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == Has);

    public static bool LacksFactor(this ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == Lacks);

    /// <summary>Whether what counts must wait until the factor is shown again.</summary>
    public static bool MustShowFactor(this ClaimsPrincipal principal, DateTime now)
    {
        if (!principal.HasClaim(c => c.Type is Has or Lacks)) return false;
        if (!int.TryParse(principal.FindFirstValue(ShownAt), CultureInfo.InvariantCulture, out var seconds)) return true;
        var age = now - DateTime.UnixEpoch.AddSeconds(seconds);
        return age < TimeSpan.FromSeconds(-1) || age >= StepUpRules.Fresh;
    }
}
