using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Tests.Operations;
using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>One portal that knows one provider, both on their feet, and what a browser does between them.</summary>
[CollectionDefinition(Together)]
public sealed class ProviderOffice : IAsyncLifetime, ICollectionFixture<ProviderOffice>
{
    /// <summary>The tests that share it, one after the other.</summary>
    public const string Together = "Provider";

    public const string Link = "/tai-khoan/lien-ket";
    public const string AnswerAt = "/dang-nhap/nha-cung-cap";
    public const string Name = "SSO tỉnh";

    private readonly LogFolder _log = new();
    private PortalFactory? _portal;
    private TestProvider? _provider;
    private int _people;

    public PortalFactory Portal => _portal!;

    internal TestProvider Provider => _provider!;

    internal LogFolder Log => _log;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync();
        _portal = await OpenAsync(_provider);
        _log.Of(_portal);
    }

    /// <summary>A portal that knows a provider.</summary>
    internal static async Task<PortalFactory> OpenAsync(TestProvider provider)
    {
        var portal = await PortalFactory.StartAsync();
        portal.Settings["OpenId:Authority"] = provider.Authority;
        portal.Settings["OpenId:ClientId"] = TestProvider.Client;
        portal.Settings["OpenId:ClientSecret"] = TestProvider.Secret;
        portal.Settings["OpenId:Name"] = Name;
        return portal;
    }

    /// <summary>A subject that nobody has yet; it sits before the provider's page from now on.</summary>
    public string Somebody() => Provider.Subject = FormattableString.Invariant($"Công-dân-{Interlocked.Increment(ref _people)}-0790123456");

    /// <summary>A person whose account is linked, and the browser in which that was done.</summary>
    public Task<(int Id, string Email, string Subject, Browser Browser)> LinkedAsync(params Role[] roles) => LinkedAsync(Portal, roles);

    internal async Task<(int Id, string Email, string Subject, Browser Browser)> LinkedAsync(PortalFactory portal, params Role[] roles)
    {
        var (id, email) = await portal.AccountAsync(roles);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        var subject = Somebody();
        Assert.Null(await LinkAsync(browser));
        return (id, email, subject, browser);
    }

    /// <summary>Links the account of a browser with whoever sits before the provider's page.</summary>
    /// <returns>Why not; null where it is done.</returns>
    internal async Task<string?> LinkAsync(Browser browser)
    {
        using var answer = await BackAsync(browser, await SendAsync(browser, Link, ".actions"));
        Assert.Equal(Link, answer.Headers.Location!.OriginalString);
        return await WhyAsync(browser, Link);
    }

    /// <summary>Sends the form that leads to the provider.</summary>
    /// <returns>Where it leads.</returns>
    internal static async Task<Uri> SendAsync(Browser browser, string page = "/dang-nhap", string form = ".provider")
    {
        using var answer = await PostAsync(browser, page, form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    internal static async Task<HttpResponseMessage> PostAsync(Browser browser, string page = "/dang-nhap", string form = ".provider") =>
        await SessionTests.SendAsync(browser, (IHtmlFormElement)(await browser.OpenAsync(page)).QuerySelector("main form" + form)!);

    /// <summary>Through the provider and back to the portal.</summary>
    internal async Task<HttpResponseMessage> BackAsync(Browser browser, Uri question) => await browser.GetAsync((await Provider.AnswerAsync(question)).PathAndQuery);

    /// <summary>The whole way of a sign-in.</summary>
    internal async Task<HttpResponseMessage> ThroughAsync(Browser browser, string page = "/dang-nhap") => await BackAsync(browser, await SendAsync(browser, page));

    /// <summary>The whole way of a sign-in that comes to nothing.</summary>
    /// <returns>What the sign-in page says.</returns>
    internal async Task<string?> RefusedAsync(Browser browser)
    {
        using var answer = await ThroughAsync(browser);
        return await RefusedAsync(browser, answer);
    }

    /// <summary>What the sign-in page says after an answer that came to nothing; nobody is signed in.</summary>
    internal static async Task<string?> RefusedAsync(Browser browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/dang-nhap", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("/ma", answer.Headers.Location.OriginalString, StringComparison.Ordinal);
        return await WhyAsync(browser, answer.Headers.Location.OriginalString);
    }

    private static async Task<string?> WhyAsync(Browser browser, string page) =>
        (await browser.OpenAsync(page)).QuerySelector(".error-summary")?.TextContent;

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
        _log.Dispose();
    }
}
