using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class TlsTests
{
    /// <summary>Kestrel reads the versions of every endpoint from here, given by --urls or by configuration.</summary>
    [Fact]
    public async Task Only_TLS_1_2_and_1_3_are_spoken()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        var versions = portal.Services.GetRequiredService<IConfiguration>().GetSection("Kestrel:EndpointDefaults:SslProtocols").Get<string[]>();
        Assert.Equal(["Tls12", "Tls13"], versions ?? []);
    }
}
