using System.Text.Encodings.Web;
using System.Text.Unicode;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Keys;
using KhuyenCong.Web.Security.Passwords;
using KhuyenCong.Web.Security.Provider;
using KhuyenCong.Web.Security.Sessions;
using KhuyenCong.Web.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.WebEncoders;

namespace KhuyenCong.Web.Security;

/// <summary>Accounts, policies, cookies and limits.</summary>
public static class SecuritySetup
{
    public static WebApplicationBuilder AddPortalSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentity<AppUser, AppRole>(Configure)
            .AddUserStore<PortalUserStore>()
            .AddEntityFrameworkStores<AppDbContext>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddErrorDescriber<ViIdentityErrors>()
            .AddDefaultTokenProviders();
        services.AddSingleton<ILookupNormalizer, SoundNames>();
        builder.AddPortalKeyRing();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignIn>();
        services.AddPortalSessions();
        builder.AddPortalFactors();
        builder.AddPortalProvider();
        services.AddScoped<TryOrigin>();
        services.AddSingleton<SignInLog>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInLog>());
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddPortalPolicies();
        builder.AddPortalPasswords();
        builder.AddPortalCookies();
        builder.AddPortalLimits();
        return builder;
    }

    private static void AddPortalSessions(this IServiceCollection services)
    {
        services.AddSingleton(new DoorClock(TimeProvider.System));
        services.AddSingleton<DeviceCookie>();
        services.AddSingleton<KnownSessions>();
        services.AddSingleton<SessionPulses>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionPulses>());
        services.AddScoped<SessionOpening>();
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.MaxLengthForKeys = 128;
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = PasswordSetup.ShortestTaken;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
        // Guessing waits by rules of its own (TryLimits), which nobody can use to keep somebody else out.
        options.Lockout.AllowedForNewUsers = false;
    }

    private static void AddPortalPolicies(this IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permissions.All)
        {
            policies.AddPolicy(permission, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.ToActor().May(permission)));
        }
    }
}
