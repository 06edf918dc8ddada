using System.Globalization;
using System.Security.Claims;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KhuyenCong.Web.Security.Provider;

/// <summary>Sends people to the provider and checks what they bring back; what it opens is decided elsewhere.</summary>
public sealed class ProviderDoor(IHttpContextAccessor http, IAuthenticationHandlerProvider handlers, SpentChallenges spent, PublicAddress address, ProviderSettings? settings = null)
{
    /// <summary>An answer after this is none.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const string ReturnKey = "tro-ve";
    private const string LinkKey = "lien-ket";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private HttpContext Context => http.HttpContext!;

    /// <summary>Whether a provider is configured at all.</summary>
    public bool IsOn => settings is not null;

    /// <summary>What people call it.</summary>
    public string Name => settings?.Name ?? string.Empty;

    public string Issuer => settings?.Authority ?? string.Empty;

    /// <summary>Sends the browser to the provider, to sign in.</summary>
    /// <returns><see cref="ProviderOutcome.Vouched"/> when it is on its way.</returns>
    public Task<ProviderOutcome> SendAsync(string returnUrl) => SendAsync(ReturnKey, returnUrl);

    /// <summary>Sends the browser to the provider, to link the account of this session. The person signs in there anew, whoever used the machine before.</summary>
    public Task<ProviderOutcome> SendToLinkAsync() => SendAsync(LinkKey, Context.User.SessionHash() ?? string.Empty);

    private async Task<ProviderOutcome> SendAsync(string key, string value)
    {
        try
        {
            await Context.ChallengeAsync(ProviderSetup.Scheme, new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value }) { RedirectUri = "/" });
            return ProviderOutcome.Vouched;
        }
        catch (ProviderUnreachableException failure)
        {
            return failure.Outcome;
        }
    }

    /// <summary>Words the question: where to answer by configuration, never by what the request calls its host, and what is demanded.</summary>
    public Task Word(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = address.Link(Context.Request, ProviderSetup.AnswerAt);
        if (settings!.AcceptedAcr.Count > 0) context.ProtocolMessage.AcrValues = string.Join(' ', settings.AcceptedAcr);
        if (context.Properties.Items.ContainsKey(LinkKey)) context.ProtocolMessage.Prompt = OpenIdConnectPrompt.Login;
        return Task.CompletedTask;
    }

    /// <summary>Checks what the browser brought back. Each answer is looked at once.</summary>
    public async Task<ProviderAnswer> ReceiveAsync()
    {
        // Before anything is asked of the provider: one question of ours costs it one answer.
        var handler = (ProviderHandler)(await handlers.GetHandlerAsync(Context, ProviderSetup.Scheme))!;
        if (Context.Request.Query["state"] is not [{ Length: > 0 } state] || handler.QuestionOf(state) is not { } question || !spent.Spend(question)) return new ProviderAnswer(ProviderOutcome.Stale);
        // A provider that names itself in the address names itself rightly (RFC 9207).
        if (Context.Request.Query["iss"] is { Count: > 0 } issuer && issuer != Issuer) return new ProviderAnswer(ProviderOutcome.Untrusted);
        var result = await handler.ReceiveAsync();
        var items = result.Properties?.Items ?? new Dictionary<string, string?>(StringComparer.Ordinal);
        var answer = new ProviderAnswer(ProviderOutcome.Vouched, null, items.TryGetValue(LinkKey, out var session) ? session : null, items.TryGetValue(ReturnKey, out var target) ? target : null);
        if (!result.Succeeded) return answer with { Outcome = OutcomeOf(result.Failure) };
        var outcome = Judge(result.Principal);
        return outcome == ProviderOutcome.Vouched ? answer with { Who = new ProviderIdentity(Issuer, result.Principal.FindFirstValue("sub")!) } : answer with { Outcome = outcome };
    }

    // The token's signature, issuer, audience, time and nonce are checked by the handler.
    private ProviderOutcome Judge(ClaimsPrincipal who)
    {
        if (who.FindFirstValue("sub") is not { Length: > 0 and <= ProviderIdentity.LongestSubject } || who.FindAll("aud").Count() != 1) return ProviderOutcome.Untrusted;
        if (settings!.AcceptedAcr.Count > 0 && !settings.AcceptedAcr.Contains(who.FindFirstValue("acr") ?? string.Empty, StringComparer.Ordinal)) return ProviderOutcome.TooWeak;
        if (settings.LongestSignIn is not { } longest) return ProviderOutcome.Vouched;
        if (!long.TryParse(who.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return ProviderOutcome.TooOld;
        // The machine's own clock, by which the token's other times are checked too.
        var age = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - seconds;
        return age <= (longest + Skew).TotalSeconds && age >= -Skew.TotalSeconds ? ProviderOutcome.Vouched : ProviderOutcome.TooOld;
    }

    private static ProviderOutcome OutcomeOf(Exception? failure) => failure switch
    {
        ProviderUnreachableException known => known.Outcome,
        OpenIdConnectProtocolInvalidNonceException => ProviderOutcome.Untrusted,
        OpenIdConnectProtocolException told => told.Data["error"] switch
        {
            "access_denied" or "login_required" or "interaction_required" or "consent_required" or "account_selection_required" or "unmet_authentication_requirements" => ProviderOutcome.Denied,
            "temporarily_unavailable" or "server_error" => ProviderOutcome.Unreachable,
            "invalid_grant" => ProviderOutcome.Stale,
            _ => ProviderOutcome.Untrusted,
        },
        HttpRequestException or TaskCanceledException or IOException or System.Text.Json.JsonException => ProviderOutcome.Unreachable,

        // State or the cookie that binds the answer to this browser.
        AuthenticationFailureException => ProviderOutcome.Stale,
        _ => ProviderOutcome.Untrusted,
    };
}
