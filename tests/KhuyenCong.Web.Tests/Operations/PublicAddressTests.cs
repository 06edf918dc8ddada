using System.Net;
using KhuyenCong.Web.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Under which names and over which line the portal answers, and what it calls itself on paper.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("Production", "", "khuyencong.kiemthu.vn;localhost", "https://khuyencong.kiemthu.vn/xac-thuc/1")]
    [InlineData("Production", "https://kc.daklak.gov.vn/cong/", "khuyencong.kiemthu.vn", "https://kc.daklak.gov.vn/cong/xac-thuc/1")]
    [InlineData("Development", "", "*", "http://ke-gian.example/xac-thuc/1")]
    public void Links_on_paper_are_made_of_the_configured_address(string environment, string address, string hosts, string expected)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString("ke-gian.example"));
        Assert.Equal(expected, PublicAddress.Of(Configuration(address, hosts), new HostingEnvironment { EnvironmentName = environment }).Link(request, "/xac-thuc/1"));
    }

    [Theory]
    [InlineData("khuyencong.vn")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://a@b.vn")]
    [InlineData("https://b.vn/?x=1")]
    public void What_is_no_address_stops_the_start(string address) =>
        Assert.Throws<StartException>(() => PublicAddress.Of(Configuration(address, "a.vn"), new HostingEnvironment { EnvironmentName = Environments.Production }));

    [Fact]
    public async Task An_unknown_host_is_turned_away()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://ke-gian.example"), AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri("/dang-nhap", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Plain_http_is_told_why_it_does_not_work()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://khuyencong.kiemthu.vn"), AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("Email", "a@b.vn"), new("Password", "x")]);
        using var asked = await client.GetAsync(new Uri("/dang-nhap", UriKind.Relative), TestContext.Current.CancellationToken);
        using var sent = await client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), form, TestContext.Current.CancellationToken);
        foreach (var answer in new[] { asked, sent })
        {
            Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
            Assert.Contains("Proxy:Known", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            // At most one that ends a notice: nothing is handed out.
            Assert.All(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => Assert.Contains("expires=Thu, 01 Jan 1970", cookie, StringComparison.Ordinal));
        }

        using var health = await client.GetAsync(new Uri("/healthz/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static IConfiguration Configuration(string address, string hosts) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Portal:Address", address), new("AllowedHosts", hosts)]).Build();
}
