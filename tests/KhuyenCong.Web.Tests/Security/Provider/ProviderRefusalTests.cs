using System.Net;
using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>What the provider or somebody in its place can send, and what opens nothing: each with its sentence and its line in the log.</summary>
public sealed class ProviderRefusalTests(ProviderOffice office) : ProviderTests(office)
{
    private const string Untrusted = "Cổng chưa nhận được xác nhận hợp lệ từ SSO tỉnh";
    private const string Stale = "không còn dùng được";
    private const string Unreachable = "Chưa liên lạc được với SSO tỉnh";

    private TestProvider Provider => Office.Provider;

    /// <summary>Tokens that OpenIddict would never make.</summary>
    public static TheoryData<string> BadTokens =>
    [
        "another key", "another key of the same name", "no signature", "signature cut off", "shared secret", "another audience", "two audiences", "another issuer", "issuer without its slash", "run out", "not yet",
        "no end", "another nonce", "no nonce", "no subject", "no token",
    ];

    [Fact]
    public async Task Somebody_who_is_linked_with_nobody_is_told_how_to_link()
    {
        await Portal.AccountAsync(Role.Leader);
        Office.Somebody();
        Assert.Contains("chưa được liên kết với tài khoản nào trên cổng", await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        Office.Log.AssertTold("SignIn", "ProviderNotLinked", null, "127.0.0.1", ProviderOffice.AnswerAt);
    }

    [Fact]
    public async Task The_address_or_name_of_an_account_is_no_link()
    {
        var (_, email) = await Portal.AccountAsync(Role.Leader);
        Office.Somebody();
        Instead(provider => provider.Token(claims =>
        {
            claims["email"] = email;
            claims["email_verified"] = true;
            claims["preferred_username"] = email;
            claims["name"] = "Người Leader";
        }));
        Assert.Contains("chưa được liên kết", await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_in_other_letters_is_somebody_else()
    {
        var (_, _, subject, _) = await Office.LinkedAsync(Role.Officer);
        foreach (var other in new[] { subject.ToUpperInvariant(), subject + " ", subject.Normalize(NormalizationForm.FormD) })
        {
            Provider.Subject = other;
            Instead(provider => provider.Token());
            Assert.Contains("chưa được liên kết", await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_token_that_proves_nothing_opens_nothing(string what)
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        Instead(provider => Bad(provider, what));
        Assert.Contains(Untrusted, await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        Office.Log.AssertTold("SignIn", "ProviderUntrusted", null, "127.0.0.1", ProviderOffice.AnswerAt);
    }

    [Fact]
    public async Task The_same_token_unchanged_opens()
    {
        // So that what the tokens above lack is what is told of them.
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        Instead(provider => provider.Token());
        using var answer = await Office.ThroughAsync(Portal.Browser());
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_no_at_the_provider_is_told()
    {
        Provider.Refuses = true;
        var why = await Office.RefusedAsync(Portal.Browser());
        Assert.Contains("không cho đăng nhập, hoặc bạn đã dừng lại ở đó", why, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", why, StringComparison.Ordinal);
        Assert.DoesNotContain("/connect/token", Provider.Asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc")]
    [InlineData("?code=abc&state=")]
    [InlineData("?code=abc&state=forged")]
    [InlineData("?code=abc&state=a&state=b")]
    [InlineData("?error=access_denied&error_description=4711")]
    [InlineData("?error=access_denied&state=forged")]
    [InlineData("?id_token=a.b.c&state=forged")]
    public async Task An_answer_to_no_question_of_ours_asks_the_provider_nothing(string query)
    {
        var browser = Portal.Browser();
        using var answer = await browser.GetAsync(ProviderOffice.AnswerAt + query);
        Assert.Contains(Stale, await ProviderOffice.RefusedAsync(browser, answer), StringComparison.Ordinal);
        Assert.Empty(Provider.Asked);
        Office.Log.AssertTold("SignIn", "ProviderStale", null, "127.0.0.1", ProviderOffice.AnswerAt);
    }

    [Fact]
    public async Task An_answer_in_another_browser_opens_nothing_and_the_code_stays_unused()
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        var back = await Provider.AnswerAsync(await ProviderOffice.SendAsync(Portal.Browser()));
        Provider.Asked.Clear();

        // The thief's own answer in the victim's browser, or the victim's in the thief's.
        var other = Portal.Browser();
        using (var answer = await other.GetAsync(back.PathAndQuery)) Assert.Contains(Stale, await ProviderOffice.RefusedAsync(other, answer), StringComparison.Ordinal);

        // Also where that browser waits for an answer of its own.
        var waiting = Portal.Browser();
        await ProviderOffice.SendAsync(waiting);
        var second = await Provider.AnswerAsync(await ProviderOffice.SendAsync(Portal.Browser()));
        using (var answer = await waiting.GetAsync(second.PathAndQuery)) Assert.Contains(Stale, await ProviderOffice.RefusedAsync(waiting, answer), StringComparison.Ordinal);
        Assert.DoesNotContain("/connect/token", Provider.Asked);
    }

    [Fact]
    public async Task An_answer_works_once_also_with_all_its_cookies()
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        var browser = Portal.Browser();
        var back = await Provider.AnswerAsync(await ProviderOffice.SendAsync(browser));
        var thief = Portal.Browser(cookies: browser.CopyOfCookies());
        using (var answer = await browser.GetAsync(back.PathAndQuery)) Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Provider.Asked.Clear();
        using (var answer = await thief.GetAsync(back.PathAndQuery)) Assert.Contains(Stale, await ProviderOffice.RefusedAsync(thief, answer), StringComparison.Ordinal);

        // The same state, written otherwise.
        var padded = back.PathAndQuery.Replace("&iss=", "%3D&iss=", StringComparison.Ordinal).Replace("state=", "state=%20", StringComparison.Ordinal);
        using (var answer = await thief.GetAsync(padded)) Assert.Contains(Stale, await ProviderOffice.RefusedAsync(thief, answer), StringComparison.Ordinal);
        Assert.Empty(Provider.Asked);
    }

    [Fact]
    public async Task A_code_that_the_provider_takes_for_used_is_told()
    {
        Provider.Instead = context => context.Request.Path == "/connect/token" ? Results.Json(new { error = "invalid_grant", error_description = "4711" }, statusCode: 400) : null;
        Assert.Contains(Stale, await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_the_provider_does_not_take_is_told_without_its_words()
    {
        Provider.Instead = context => context.Request.Path == "/connect/token" ? Results.Json(new { error = "invalid_client", error_description = "4711" }, statusCode: 401) : null;
        var why = await Office.RefusedAsync(Portal.Browser());
        Assert.Contains(Untrusted, why, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("failure")]
    [InlineData("noise")]
    [InlineData("too much")]
    public async Task A_provider_that_answers_wrongly_when_the_code_is_redeemed_is_told(string how)
    {
        var (_, _, _, _) = await Office.LinkedAsync(Role.Officer);
        Provider.Instead = context => context.Request.Path != "/connect/token" ? null : how switch
        {
            "elsewhere" => Results.Redirect("/elsewhere", preserveMethod: true),
            "failure" => Results.StatusCode(503),
            "noise" => Results.Text("<html>Bảo trì</html>", "text/html"),
            _ => Results.Json(new { id_token = new string('x', 2_000_000) }),
        };
        Assert.Contains(Unreachable, await Office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
        Assert.DoesNotContain("/elsewhere", Provider.Asked);
    }

    [Fact]
    public async Task An_answer_that_names_another_issuer_is_not_taken()
    {
        var browser = Portal.Browser();
        var back = await Provider.AnswerAsync(await ProviderOffice.SendAsync(browser));
        var address = back.PathAndQuery.Split('?')[0] + "?" + string.Join('&', back.Query.TrimStart('?').Split('&').Where(p => !p.StartsWith("iss=", StringComparison.Ordinal))) + "&iss=https%3A%2F%2Fevil.example%2F";
        using var answer = await browser.GetAsync(address);
        Assert.Contains(Untrusted, await ProviderOffice.RefusedAsync(browser, answer), StringComparison.Ordinal);
        Assert.DoesNotContain("/connect/token", Provider.Asked);
    }

    [Fact]
    public async Task Nothing_hostile_in_an_answer_makes_the_portal_fail()
    {
        var browser = Portal.Browser();
        foreach (var name in new[] { "code", "state", "error", "error_description", "iss", "session_state", "handler" })
        {
            foreach (var (_, value) in HostileInputTests.Values.Where(v => v.Value.Length < 2_000))
            {
                using var answer = await browser.GetAsync($"{ProviderOffice.AnswerAt}?state=x{Guid.NewGuid():N}&{name}={Uri.EscapeDataString(value)}");
                Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{name}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData(3_900, HttpStatusCode.Redirect)]
    [InlineData(4_001, HttpStatusCode.BadRequest)]
    public async Task A_code_may_be_longer_than_what_people_type_and_has_its_bound(int length, HttpStatusCode expected)
    {
        using var answer = await Portal.Browser().GetAsync($"{ProviderOffice.AnswerAt}?state=x&code={new string('c', length)}");
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task An_answer_comes_by_an_address_and_in_no_other_way(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(ProviderOffice.AnswerAt, UriKind.Relative)) { Content = new FormUrlEncodedContent([new("code", "abc"), new("state", "x")]) };
        using var answer = await Portal.Browser().Client.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task The_way_to_the_provider_begins_with_a_form_and_its_token_alone()
    {
        foreach (var handler in new[] { "", "?handler=LienKet" })
        {
            using var forged = await Portal.Browser().Client.PostAsync(new Uri(ProviderOffice.AnswerAt + handler, UriKind.Relative), new FormUrlEncodedContent([]));
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        Assert.Empty(Provider.Asked);
    }

    [Theory]
    [InlineData("down", "Chưa liên lạc được")]
    [InlineData("failure", "Chưa liên lạc được")]
    [InlineData("elsewhere", "Chưa liên lạc được")]
    [InlineData("keys elsewhere", "Chưa liên lạc được")]
    [InlineData("noise", "Chưa liên lạc được")]
    [InlineData("another issuer", "khác với khai báo của cổng")]
    [InlineData("issuer without its slash", "khác với khai báo của cổng")]
    [InlineData("sign-in page elsewhere", "khác với khai báo của cổng")]
    [InlineData("token's address elsewhere", "khác với khai báo của cổng")]
    public async Task A_document_that_is_not_the_configured_providers_sends_nobody_anywhere(string what, string why)
    {
        var authority = Provider.Authority;
        Forget();
        Provider.Instead = context => context.Request.Path == "/keys" ? Results.Json(new { keys = Array.Empty<object>() })
            : context.Request.Path != "/.well-known/openid-configuration" ? null
            : what switch
            {
                "down" => Gone(context),
                "failure" => Results.StatusCode(500),
                "elsewhere" => Results.Redirect(authority + "other-document"),
                "noise" => Results.Text("<html>Bảo trì</html>", "text/html"),
                "keys elsewhere" => Document(authority, keys: "http://127.0.0.2:1/keys"),
                "another issuer" => Document("https://evil.example/"),
                "issuer without its slash" => Document(authority.TrimEnd('/')),
                "sign-in page elsewhere" => Document(authority, signIn: "https://evil.example/connect/authorize"),
                _ => Document(authority, token: "https://evil.example/connect/token"),
            };
        var browser = Portal.Browser();
        using (var answer = await ProviderOffice.PostAsync(browser)) Assert.Contains(why, await ProviderOffice.RefusedAsync(browser, answer), StringComparison.Ordinal);
        Assert.DoesNotContain("/other-document", Provider.Asked);
        Office.Log.AssertTold("SignIn", why.StartsWith('C') ? "ProviderUnreachable" : "ProviderMisconfigured", null, "127.0.0.1", ProviderOffice.AnswerAt);

        // Passwords go on working, and nobody waits for the next try at once.
        var asked = Provider.Asked.Count;
        using (var again = await ProviderOffice.PostAsync(browser)) Assert.Contains(why, await ProviderOffice.RefusedAsync(browser, again), StringComparison.Ordinal);
        // A document that could be read is fetched anew beside the answer.
        if (why.StartsWith('C')) Assert.Equal(asked, Provider.Asked.Count);
        await Portal.SignInAsync(Role.Officer);
        Forget();

        static IResult Gone(HttpContext context)
        {
            context.Abort();
            return Results.Empty;
        }

        // The document is kept for hours.
        void Forget() => Portal.Services.GetRequiredService<IOptionsMonitorCache<OpenIdConnectOptions>>().Clear();

        IResult Document(string issuer, string? signIn = null, string? token = null, string? keys = null) => Results.Json(new
        {
            issuer, authorization_endpoint = signIn ?? authority + "connect/authorize", token_endpoint = token ?? authority + "connect/token", jwks_uri = keys ?? authority + "keys",
            response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" },
        });
    }

    private static string Bad(TestProvider provider, string what)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        using var other = RSA.Create(2048);
        return what switch
        {
            "another key" => provider.Token(null, new SigningCredentials(new RsaSecurityKey(other.ExportParameters(true)) { KeyId = "khoa-khac" }, SecurityAlgorithms.RsaSha256)),
            "another key of the same name" => provider.Token(null, new SigningCredentials(new RsaSecurityKey(other.ExportParameters(true)) { KeyId = "khoa-that" }, SecurityAlgorithms.RsaSha256)),
            "no signature" => provider.UnsignedToken(),
            "signature cut off" => provider.CutToken(),
            "shared secret" => provider.Token(null, new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(TestProvider.Secret.PadRight(32, '='))) { KeyId = "khoa-that" }, SecurityAlgorithms.HmacSha256)),
            "another audience" => provider.Token(c => c["aud"] = "cong-khac"),
            "two audiences" => provider.Token(c => c["aud"] = new[] { TestProvider.Client, "cong-khac" }),
            "another issuer" => provider.Token(c => c["iss"] = "https://evil.example/"),
            "issuer without its slash" => provider.Token(c => c["iss"] = provider.Authority.TrimEnd('/')),
            "run out" => provider.Token(c => (c["iat"], c["nbf"], c["exp"]) = (now - 900, now - 900, now - 120)),
            "not yet" => provider.Token(c => c["nbf"] = now + 200),
            "no end" => provider.Token(c => c.Remove("exp")),
            "another nonce" => provider.Token(c => c["nonce"] = provider.Question["nonce"] + "x"),
            "no nonce" => provider.Token(c => c.Remove("nonce")),
            "no subject" => provider.Token(c => c.Remove("sub")),
            "no token" => "",
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }

    private void Instead(Func<TestProvider, string> token) =>
        Provider.Instead = context => context.Request.Path == "/connect/token" ? TestProvider.Tokens(token(Provider)) : null;
}
