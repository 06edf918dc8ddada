using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>Whoever asks cannot say where the request came from or how: only known proxies can.</summary>
public sealed class ForwardedHeaderTests
{
    [Theory]
    [InlineData("127.0.0.1", "", true)]
    [InlineData("203.0.113.5", "", false)]
    [InlineData("203.0.113.5", "203.0.113.5", true)]
    [InlineData("203.0.113.5", "203.0.113.0/24", true)]
    [InlineData("203.0.114.5", "203.0.113.0/24", false)]
    public async Task Only_known_proxies_are_believed(string caller, string known, bool expected)
    {
        using var portal = await PortalFactory.StartAsync();
        portal.Settings["Proxy:Known"] = known;
        var context = await portal.Server.SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(caller);
            request.Request.Scheme = "http";
            request.Request.Host = new HostString("khuyencong.kiemthu.vn");
            request.Request.Path = "/dang-nhap";
            request.Request.Headers["X-Forwarded-Proto"] = "https";
            request.Request.Headers["X-Forwarded-For"] = "198.51.100.7";
        });
        // In Development a cookie is Secure exactly when the request came over TLS.
        Assert.Equal(expected, context.Response.Headers.SetCookie.ToString().Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_proxy_says_the_host_or_speaks_for_another_proxy()
    {
        using var portal = await PortalFactory.StartAsync();
        var options = portal.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
        Assert.Equal(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, options.ForwardedHeaders);
        Assert.Equal(1, options.ForwardLimit);
        Assert.All(options.KnownProxies, proxy => Assert.True(IPAddress.IsLoopback(proxy)));
        Assert.All(options.KnownIPNetworks, network => Assert.True(IPAddress.IsLoopback(network.BaseAddress)));
    }
}
