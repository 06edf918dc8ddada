using KhuyenCong.Domain.People;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Cookie names and flags: plain names and secure as the request in Development; elsewhere the __Host- prefix, which
/// browsers accept only over TLS, for the whole site and from no subdomain.
/// </summary>
internal static class CookieSetup
{
    public static void AddPortalCookies(this WebApplicationBuilder builder)
    {
        var strict = !builder.Environment.IsDevelopment();
        builder.Services.ConfigureApplicationCookie(options =>
        {
            Harden(options.Cookie, "phien", strict, SameSiteMode.Lax);
            options.LoginPath = "/dang-nhap";
            options.LogoutPath = "/dang-xuat";
            options.AccessDeniedPath = "/tu-choi";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = UserSession.LongestPause;
            options.SlidingExpiration = true;
            options.TimeProvider = TimeProvider.System;
            options.Events.OnValidatePrincipal = SessionGate.ValidateAsync;
            options.Events.OnRedirectToLogin = context =>
            {
                // A cookie that opens nothing any more: its session ended or ran out. Who never signed in brings none.
                if (context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!)) SessionGate.SayEnded(context.HttpContext);
                context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
            // The answer itself says 403, so that nothing behind a permission ever looks like a page.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        builder.Services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromSeconds(30);
            options.OnRefreshingPrincipal = SessionGate.CarryOver;
            options.TimeProvider = TimeProvider.System;
        });
        builder.Services.AddAntiforgery(options => Harden(options.Cookie, "chong-gia-mao", strict, SameSiteMode.Strict));
        builder.Services.Configure<CookieTempDataProviderOptions>(options => Harden(options.Cookie, "thong-bao", strict, SameSiteMode.Lax));
    }

    public static void Harden(CookieBuilder cookie, string name, bool strict, SameSiteMode sameSite)
    {
        cookie.Name = (strict ? "__Host-" : string.Empty) + "kc-" + name;
        cookie.SecurePolicy = strict ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = sameSite;
        cookie.Path = "/";
    }
}
