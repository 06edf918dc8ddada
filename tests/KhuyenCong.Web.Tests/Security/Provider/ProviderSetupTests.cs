using System.Net;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Security.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>Off until it is configured in full, and hardened outside Development.</summary>
[Collection(ProviderOffice.Together)]
public sealed class ProviderSetupTests
{
    [Fact]
    public async Task Nothing_configured_means_no_button_no_address_no_scheme_and_no_word_in_the_policy()
    {
        using var portal = await PortalFactory.StartAsync();
        Assert.Null((await portal.Browser().OpenAsync("/dang-nhap")).QuerySelector(".provider"));
        var browser = await portal.SignInAsync(Domain.People.Role.Officer);
        foreach (var address in new[] { ProviderOffice.AnswerAt, ProviderOffice.AnswerAt + "?code=a&state=b", "/signin-oidc", "/signout-oidc", "/signout-callback-oidc" })
        {
            using var answer = await browser.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode} {answer.Headers.Location}");
        }

        Assert.DoesNotContain(await EndpointTable.ReadAsync(portal.Services), line => line.Route is ProviderOffice.AnswerAt or ProviderOffice.Link);
        Assert.DoesNotContain(await portal.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync(), scheme => scheme.HandlerType.IsAssignableTo(typeof(OpenIdConnectHandler)));
        Assert.DoesNotContain("Liên kết tài khoản", (await browser.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenId:Authority", null, "chưa đủ")]
    [InlineData("OpenId:ClientId", " ", "chưa đủ")]
    [InlineData("OpenId:ClientSecret", "", "chưa đủ")]
    [InlineData("OpenId:Name", null, "chưa đủ")]
    [InlineData("OpenId:Authority", "http://sso.example.vn/", "phải là địa chỉ https")]
    [InlineData("OpenId:Authority", "sso.example.vn", "phải là địa chỉ https")]
    [InlineData("OpenId:Authority", "https://ai:do@sso.example.vn/", "phải là địa chỉ https")]
    [InlineData("OpenId:Authority", "https://sso.example.vn/?tenant=1", "phải là địa chỉ https")]
    [InlineData("OpenId:LongestSignInMinutes", "0", "từ 1 đến 43.200")]
    [InlineData("OpenId:LongestSignInMinutes", "một giờ", "từ 1 đến 43.200")]
    public void Half_of_it_or_what_cannot_be_meant_stops_the_start(string key, string? value, string why)
    {
        var told = Assert.Throws<StartException>(() => Of("Production", (key, value)));
        Assert.Contains(why, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bi-mat", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_demand_without_a_provider_stops_the_start_too() =>
        Assert.Throws<StartException>(() => Of("Production", ("OpenId:Authority", null), ("OpenId:ClientId", null), ("OpenId:ClientSecret", null), ("OpenId:Name", null), ("OpenId:RequiredAcr", "muc-2")));

    [Fact]
    public void Plain_http_is_for_Development_alone()
    {
        Assert.Equal("http://127.0.0.1:9", Of("Development", ("OpenId:Authority", "http://127.0.0.1:9/"))!.Origin);
        Assert.Equal("https://sso.example.vn", Of("Production")!.Origin);
    }

    [Theory]
    [InlineData("https://sso.example.vn/connect/token", true)]
    [InlineData("https://SSO.example.vn:443/x", true)]
    [InlineData("http://sso.example.vn/connect/token", false)]
    [InlineData("https://sso.example.vn:8443/", false)]
    [InlineData("https://sso.example.vn.evil.example/", false)]
    [InlineData("https://sso.example.vn@evil.example/", false)]
    public void One_place_is_the_providers(string address, bool isOwn) => Assert.Equal(isOwn, Of("Production")!.IsOwn(new Uri(address)));

    [Fact]
    public async Task Outside_Development_cookies_are_bound_to_this_host_and_the_policy_names_the_provider()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        foreach (var (key, value) in Whole()) portal.Settings[key] = value!;
        await using var host = portal.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.PostConfigureAll<OpenIdConnectOptions>(
            options => options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(new OpenIdConnectConfiguration
            {
                Issuer = "https://sso.example.vn/", AuthorizationEndpoint = "https://sso.example.vn/connect/authorize", TokenEndpoint = "https://sso.example.vn/connect/token",
            }))));
        var browser = new Browser(host.CreateDefaultClient(new Uri("https://khuyencong.kiemthu.vn"), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler()));
        using (var page = await browser.GetAsync("/dang-nhap"))
        {
            var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries);
            Assert.Equal("form-action 'self' https://sso.example.vn", Assert.Single(policy, p => p.StartsWith("form-action", StringComparison.Ordinal)));
            Assert.DoesNotContain(policy, p => !p.StartsWith("form-action", StringComparison.Ordinal) && p.Contains("http", StringComparison.Ordinal));
        }

        using var sent = await ProviderOffice.PostAsync(browser);
        Assert.StartsWith("https://sso.example.vn/connect/authorize?", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        // By configuration, whatever the request calls its host.
        Assert.Contains("redirect_uri=https%3A%2F%2Fkhuyencong.kiemthu.vn%2Fdang-nhap%2Fnha-cung-cap&", sent.Headers.Location.OriginalString, StringComparison.Ordinal);
        var cookies = sent.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(["__Host-kc-tra-loi.", "__Host-kc-mot-lan."], name => Assert.Single(cookies, c => c.StartsWith(name, StringComparison.Ordinal)));
        Assert.All(cookies, cookie => Assert.All(["; secure", "; httponly", "; samesite=lax", "; path=/"], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(cookies, cookie => cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase));
    }

    private static Dictionary<string, string?> Whole() => new(StringComparer.Ordinal)
    {
        ["OpenId:Authority"] = "https://sso.example.vn/", ["OpenId:ClientId"] = "khuyen-cong", ["OpenId:ClientSecret"] = "bi-mat", ["OpenId:Name"] = "SSO tỉnh",
    };

    private static ProviderSettings? Of(string environment, params (string Key, string? Value)[] changes)
    {
        var keys = Whole();
        foreach (var (key, value) in changes) keys[key] = value;
        return ProviderSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(keys).Build(), new HostingEnvironment { EnvironmentName = environment });
    }
}
