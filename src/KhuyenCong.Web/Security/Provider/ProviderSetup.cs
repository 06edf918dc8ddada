using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace KhuyenCong.Web.Security.Provider;

/// <summary>Sign-in through one OpenID Connect provider: nothing of it is there unless it is configured.</summary>
internal static class ProviderSetup
{
    public const string Scheme = "nha-cung-cap";

    /// <summary>Where the provider sends people back to.</summary>
    public const string AnswerAt = "/dang-nhap/nha-cung-cap";

    // What providers sign with in practice and this platform checks; no shared secret, no «none».
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddPortalProvider(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ProviderDoor>();
        if (ProviderSettings.Of(builder.Configuration, builder.Environment) is not { } settings)
        {
            // Its pages have no address then. Afterwards, since the pages' own set-up begins the conventions anew.
            builder.Services.PostConfigure<RazorPagesOptions>(pages =>
            {
                pages.Conventions.AddPageRouteModelConvention("/TaiKhoan/NhaCungCap", model => model.Selectors.Clear());
                pages.Conventions.AddPageRouteModelConvention("/TaiKhoan/LienKet", model => model.Selectors.Clear());
            });
            return;
        }

        var strict = !builder.Environment.IsDevelopment();
        builder.Services.AddSingleton(settings);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        builder.Services.AddAuthentication().AddRemoteScheme<OpenIdConnectOptions, ProviderHandler>(Scheme, null, options => Configure(options, settings, strict));
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSettings settings, bool strict)
    {
        Aim(options, settings, strict);
        options.SignInScheme = Factors.SecondStep.Scheme; // Demanded, never used: the page opens sessions.
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as an address: cookies that bind it to this browser need not travel with foreign forms.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        options.TokenHandler = new SignedTokens { MapInboundClaims = false };
        options.ClaimActions.Clear();
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.DisableTelemetry = true;
        options.MaxAge = settings.LongestSignIn;
        CookieSetup.Harden(options.CorrelationCookie, "tra-loi.", strict, SameSiteMode.Lax);
        CookieSetup.Harden(options.NonceCookie, "mot-lan.", strict, SameSiteMode.Lax);
        // The machine's clock, also in the demo, whose day stands in 2024.
        options.TimeProvider = TimeProvider.System;
        options.RemoteAuthenticationTimeout = ProviderDoor.Longest;
        options.ProtocolValidator.NonceLifetime = ProviderDoor.Longest;
        options.Events.OnRedirectToIdentityProvider = context => context.HttpContext.RequestServices.GetRequiredService<ProviderDoor>().Word(context);
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.Authority, ValidAudience = settings.ClientId, ValidAlgorithms = Algorithms, ClockSkew = TimeSpan.FromMinutes(1),
            RequireSignedTokens = true, RequireExpirationTime = true, RequireAudience = true, ValidateIssuerSigningKey = true, NameClaimType = "sub",
        };
    }

    private static void Aim(OpenIdConnectOptions options, ProviderSettings settings, bool strict)
    {
        options.Authority = settings.Authority;
        options.RequireHttpsMetadata = strict;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.CallbackPath = AnswerAt;
        // No other address ends sessions or answers: what comes back does so at the page.
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = PathString.Empty;
        options.Backchannel = ProviderLine.Open(settings);
        options.ConfigurationManager = new ProviderDocument(settings, new HttpDocumentRetriever(options.Backchannel) { RequireHttps = strict });
    }
}
