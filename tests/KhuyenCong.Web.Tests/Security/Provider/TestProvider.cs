using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Xunit;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>
/// A real OpenID Connect provider (OpenIddict) on an address of its own. What it would never send itself is sent in its place
/// by <see cref="Instead"/>.
/// </summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "khuyen-cong";
    public const string Secret = "bi-mat-cua-cong";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "khoa-that" };
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private WebApplication? _app;

    /// <summary>Who sits before the provider's own sign-in page.</summary>
    public string Subject { get; set; } = "";

    public string? Acr { get; set; }

    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>The person says no.</summary>
    public bool Refuses { get; set; }

    /// <summary>Answers a path in OpenIddict's place; null for what is left to it.</summary>
    public Func<HttpContext, IResult?>? Instead { get; set; }

    /// <summary>Paths that were asked for, in their order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The last question that a browser brought.</summary>
    public NameValueCollection Question { get; private set; } = [];

    /// <summary>What the portal sent for the last code.</summary>
    public string Redeemed { get; private set; } = "";

    /// <summary>The last code that was handed out.</summary>
    public string Code { get; private set; } = "";

    public string Authority { get; private set; } = "";

    public static async Task<TestProvider> StartAsync()
    {
        var provider = new TestProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddOpenIddict().AddServer(provider.Configure);
        var app = builder.Build();
        app.Use(provider.WatchAsync);
        app.UseAuthentication();
        await app.StartAsync();
        provider._app = app;
        provider.Authority = app.Urls.Single() + "/";
        // Its first answers take long on a busy machine, and the portal waits ten seconds.
        foreach (var path in new[] { ".well-known/openid-configuration", ".well-known/jwks" }) (await provider._browser.GetAsync(new Uri(provider.Authority + path))).Dispose();
        provider.Reset();
        return provider;
    }

    /// <summary>As it was at the beginning.</summary>
    public void Reset()
    {
        (Acr, SignedInAt, Refuses, Instead, Redeemed, Code) = (null, null, false, null, "", "");
        Asked.Clear();
    }

    /// <summary>Goes where the portal sent the browser, and says who one is there.</summary>
    /// <returns>The address that leads back.</returns>
    public async Task<Uri> AnswerAsync(Uri question)
    {
        Question = HttpUtility.ParseQueryString(question.Query);
        using var answer = await _browser.GetAsync(question);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        Code = HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"] ?? "";
        return answer.Headers.Location;
    }

    /// <summary>An answer of the token's address that holds this token.</summary>
    public static IResult Tokens(string idToken) => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["access_token"] = "the-mo-cua", ["token_type"] = "Bearer", ["expires_in"] = 60, ["id_token"] = idToken,
    });

    /// <summary>A token as the provider would make it, with something else about it.</summary>
    public string Token(Action<Dictionary<string, object>>? change = null, SigningCredentials? signedBy = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = new(StringComparer.Ordinal)
        {
            ["iss"] = Authority, ["aud"] = Client, ["sub"] = Subject, ["nonce"] = Question["nonce"]!, ["iat"] = now, ["nbf"] = now, ["exp"] = now + 300,
        };
        change?.Invoke(claims);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(JsonSerializer.Serialize(claims), signedBy ?? new SigningCredentials(_key, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>The same with its signature cut off.</summary>
    public string CutToken()
    {
        var token = Token();
        return token[..(token.LastIndexOf('.') + 1)];
    }

    /// <summary>The same, which says itself that it has no signature (alg: none).</summary>
    public string UnsignedToken() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(Payload(Token()));

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    private static string Payload(string token) => Base64UrlEncoder.Decode(token.Split('.')[1]);

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        Asked.Add(context.Request.Path);
        if (context.Request.Path == "/connect/token")
        {
            context.Request.EnableBuffering();
            using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
            Redeemed = await reader.ReadToEndAsync();
            context.Request.Body.Position = 0;
        }

        if (Instead?.Invoke(context) is { } other) await other.ExecuteAsync(context);
        else await next(context);
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.EnableDegradedMode();
        server.AddEphemeralEncryptionKey().AddSigningKey(_key);
        server.RegisterScopes(OpenIddictConstants.Scopes.OpenId);
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.RedirectUri?.EndsWith("/dang-nhap/nha-cung-cap", StringComparison.Ordinal) != true) context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != Client || context.ClientSecret != Secret) context.Reject(OpenIddictConstants.Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (Refuses)
            {
                context.Reject(OpenIddictConstants.Errors.AccessDenied, "Người dùng <b>từ chối</b> 4711");
                return default;
            }

            var identity = new ClaimsIdentity("test");
            identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, Subject));
            if (Acr is not null) identity.AddClaim(new Claim("acr", Acr));
            if (SignedInAt is { } at) identity.AddClaim(new Claim("auth_time", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
            identity.SetDestinations(static _ => [OpenIddictConstants.Destinations.IdentityToken]);
            var principal = new ClaimsPrincipal(identity);
            principal.SetScopes(context.Request.GetScopes());
            context.SignIn(principal);
            return default;
        }));
    }
}
