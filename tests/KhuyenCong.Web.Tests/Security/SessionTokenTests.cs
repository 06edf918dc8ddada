using System.Net;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>The session is a sealed token in a cookie: what it is worth, and when it is worth nothing.</summary>
public sealed class SessionTokenTests
{
    private const string Session = "kc-phien";

    [Fact]
    public async Task Each_sign_in_makes_another_token()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        Assert.NotEqual(await TokenAsync(portal, email), await TokenAsync(portal, email));
    }

    [Fact]
    public async Task A_token_that_was_touched_is_worth_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        var token = await TokenAsync(portal, email);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal, token));
        foreach (var place in new[] { 20, token.Length / 2, token.Length - 3 })
        {
            var touched = token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
            Assert.Equal(HttpStatusCode.Redirect, await AskAsync(portal, touched));
        }

        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(portal, token[..^8]));
    }

    [Fact]
    public async Task Tokens_are_sealed_with_AES_256_GCM()
    {
        using var portal = await PortalFactory.StartAsync();
        var configured = portal.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.AuthenticatedEncryptorConfiguration;
        Assert.Equal(EncryptionAlgorithm.AES_256_GCM, Assert.IsType<AuthenticatedEncryptorConfiguration>(configured).EncryptionAlgorithm);
    }

    [Fact]
    public async Task A_token_of_another_portal_is_worth_nothing()
    {
        using var one = await PortalFactory.StartAsync();
        using var other = await PortalFactory.StartAsync();
        var (id, email) = await one.AccountAsync(Role.Manager);
        var (sameId, _) = await other.AccountAsync(Role.Manager);
        Assert.Equal(id, sameId);
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(other, await TokenAsync(one, email)));
    }

    [Fact]
    public async Task A_token_of_another_purpose_opens_no_session()
    {
        using var portal = await PortalFactory.StartAsync();
        using var page = await portal.Browser().GetAsync("/dang-nhap");
        var forms = page.Headers.GetValues("Set-Cookie").Select(Value).Single(cookie => cookie.Name == "kc-chong-gia-mao").Token;
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(portal, forms));
    }

    [Fact]
    public async Task A_token_counts_until_its_time_is_over()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        var token = await TokenAsync(portal, email);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(portal, token));
        portal.SessionClock.Advance(TimeSpan.FromHours(8));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(portal, token));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email) = await portal.AccountAsync(Role.Manager);
        Browser here = portal.Browser(), elsewhere = portal.Browser();
        await here.SignInAsync(email, PortalFactory.Password);
        await elsewhere.SignInAsync(email, PortalFactory.Password);
        const string Wanted = "mot cau moi de nho";
        using (var done = await here.PostAsync("/doi-mat-khau", ("Input.Current", PortalFactory.Password), ("Input.New", Wanted), ("Input.Again", Wanted))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        await here.OpenAsync("/doi-mat-khau");
        using var answer = await elsewhere.GetAsync("/doi-mat-khau");
        Assert.Equal("/dang-nhap", answer.Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData(Role.Manager, "/")]
    [InlineData(Role.Manager, "/ke-hoach")]
    [InlineData(Role.Officer, "/de-an")]
    [InlineData(Role.Administrator, "/quan-tri/tai-khoan")]
    [InlineData(Role.Leader, "/khong-co-trang-nay")]
    public async Task Every_page_lets_one_sign_out(Role role, string path)
    {
        using var portal = await PortalFactory.StartAsync();
        using var answer = await (await portal.SignInAsync(role)).GetAsync(path);
        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector("form[method=post][action='/dang-xuat'] button[type=submit]"));
    }

    [Fact]
    public async Task Signing_out_clears_what_the_browser_kept()
    {
        using var portal = await PortalFactory.StartAsync();
        using var answer = await (await portal.SignInAsync(Role.Manager)).PostAsync("/dang-xuat");
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal(string.Empty, answer.Headers.GetValues("Set-Cookie").Select(Value).Single(cookie => cookie.Name == Session).Token);
    }

    private static async Task<string> TokenAsync(PortalFactory portal, string email)
    {
        using var answer = await portal.Browser().TryToSignInAsync(email, PortalFactory.Password);
        return answer.Headers.GetValues("Set-Cookie").Select(Value).Single(cookie => cookie.Name == Session).Token;
    }

    private static (string Name, string Token) Value(string header)
    {
        var pair = header.Split(';')[0].Split('=', 2);
        return (pair[0], pair[1]);
    }

    private static async Task<HttpStatusCode> AskAsync(PortalFactory portal, string token)
    {
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("http://localhost") });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/doi-mat-khau", UriKind.Relative));
        request.Headers.Add("Cookie", $"{Session}={token}");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
