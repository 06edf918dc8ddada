using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>A portal that demands strength and freshness of the provider's sign-in.</summary>
[Collection(ProviderOffice.Together)]
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
        (Provider.Acr, Provider.SignedInAt) = ("urn:vn:muc-3", TimeProvider.System.GetUtcNow().AddMinutes(-30));
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
            (Provider.Acr, Provider.SignedInAt) = (acr, minutes is { } ago ? TimeProvider.System.GetUtcNow().AddMinutes(-ago) : null);
            Assert.Contains(why, await _office.RefusedAsync(Portal.Browser()), StringComparison.Ordinal);
            _office.Log.AssertTold("SignIn", "Provider" + outcome, null, "127.0.0.1", ProviderOffice.AnswerAt);
        }
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();
}
