using System.Net;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>A portal that demands strength and freshness of the provider's sign-in, and a provider whose document is not what it should be.</summary>
public sealed class ProviderDemandTests : IAsyncLifetime
{
    private readonly ProviderOffice _office = new();

    private PortalFactory Portal => _office.Portal;

    private TestProvider Provider => _office.Provider;

    public async ValueTask InitializeAsync()
    {
        await _office.InitializeAsync();
        Portal.Settings["OpenId:RequiredAcr"] = "urn:vn:muc-2 urn:vn:muc-3";
        Portal.Settings["OpenId:LongestSignInMinutes"] = "60";
    }

    [Fact]
    public async Task Strength_and_freshness_are_asked_for_and_looked_at()
    {
        (Provider.Acr, Provider.SignedInAt) = ("urn:vn:muc-3", DateTimeOffset.UtcNow.AddMinutes(-30));
        var (_, _, _, _) = await _office.LinkedAsync(Role.Officer);
        using (var answer = await _office.ThroughAsync(Portal.Browser())) Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Equal("urn:vn:muc-2 urn:vn:muc-3", Provider.Question["acr_values"]);
        Assert.Equal("3600", Provider.Question["max_age"]);

        const string tooWeak = "mức xác thực cao hơn", tooOld = "đã lâu";
        foreach (var (acr, minutes, why, outcome) in new (string?, int?, string, string)[]
        {
            ("urn:vn:muc-1", 5, tooWeak, "TooWeak"), (null, 5, tooWeak, "TooWeak"), ("urn:vn:muc-2 urn:vn:muc-3", 5, tooWeak, "TooWeak"), ("URN:VN:MUC-2", 5, tooWeak, "TooWeak"),
            ("urn:vn:muc-2", 62, tooOld, "TooOld"), ("urn:vn:muc-2", null, tooOld, "TooOld"), ("urn:vn:muc-2", -5, tooOld, "TooOld"),
        })
        {
            (Provider.Acr, Provider.SignedInAt) = (acr, minutes is { } ago ? DateTimeOffset.UtcNow.AddMinutes(-ago) : null);
            Assert.Contains(why, await _office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
            _office.Log.AssertTold("SignIn", "Provider" + outcome, null, "127.0.0.1", ProviderOffice.AnswerAt);
        }
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
        if (what == "down") await Provider.DisposeAsync();
        Provider.Instead = context => context.Request.Path == "/keys" ? Results.Json(new { keys = Array.Empty<object>() })
            : context.Request.Path != "/.well-known/openid-configuration" ? null
            : what switch
            {
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
        _office.Log.AssertTold("SignIn", why.StartsWith('C') ? "ProviderUnreachable" : "ProviderMisconfigured", null, "127.0.0.1", ProviderOffice.AnswerAt);

        // Passwords go on working, and nobody waits for the next try at once.
        var asked = Provider.Asked.Count;
        using (await ProviderOffice.PostAsync(browser)) Assert.Equal(asked, Provider.Asked.Count);
        await Portal.SignInAsync(Role.Officer);

        IResult Document(string issuer, string? signIn = null, string? token = null, string? keys = null) => Results.Json(new
        {
            issuer, authorization_endpoint = signIn ?? authority + "connect/authorize", token_endpoint = token ?? authority + "connect/token", jwks_uri = keys ?? authority + "keys",
            response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" },
        });
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();
}
