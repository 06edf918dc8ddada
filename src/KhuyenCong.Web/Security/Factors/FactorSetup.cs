using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>Second factors: the cookie between the two steps, codes, passkeys.</summary>
internal static class FactorSetup
{
    public static void AddPortalFactors(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<SecondStep>();
        services.AddScoped<CodeTry>();
        services.AddScoped<PasskeyDoor>();
        services.AddSingleton<SpentChallenges>();
        services.AddSingleton(new StepUpRules(builder.Configuration.GetValue("StepUp:PostingThreshold", new StepUpRules().PostingThreshold)));
        services.AddAuthentication().AddCookie(SecondStep.Scheme, options =>
        {
            // Not Strict: browsers leave such a cookie out on the way on from the provider's answer, which another site began.
            CookieSetup.Harden(options.Cookie, "buoc-hai", !builder.Environment.IsDevelopment(), SameSiteMode.Lax);
            options.ExpireTimeSpan = SecondStep.Longest;
            options.SlidingExpiration = false;
            options.TimeProvider = TimeProvider.System;
        });
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(4);
            if (builder.Configuration["Passkeys:Domain"] is { Length: > 0 } domain) options.ServerDomain = domain;
        });
    }
}
