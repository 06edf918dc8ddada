using System.Text.Encodings.Web;
using System.Text.Unicode;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
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
            .AddEntityFrameworkStores<AppDbContext>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddErrorDescriber<ViIdentityErrors>()
            .AddDefaultTokenProviders();
        services.AddDataProtection().PersistKeysToDbContext<AppDbContext>().SetApplicationName("KhuyenCong")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignIn>();
        services.AddSingleton(_ => new UnknownTries(TimeProvider.System));
        services.AddSingleton<SignInLog>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInLog>());
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddPortalPolicies();
        builder.AddPortalCookies();
        builder.AddPortalLimits();
        return builder;
    }

    private static void Configure(IdentityOptions options)
    {
        options.Stores.MaxLengthForKeys = 128;
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 4;
        options.Lockout.MaxFailedAccessAttempts = SignIn.Tries;
        options.Lockout.DefaultLockoutTimeSpan = SignIn.LockoutTime;
        options.Lockout.AllowedForNewUsers = true;
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
