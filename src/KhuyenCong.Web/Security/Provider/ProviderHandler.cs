using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace KhuyenCong.Web.Security.Provider;

/// <summary>
/// The platform's client of OpenID Connect, asked by the portal's page and not by a middleware: the answer comes to an
/// address like others, within the limits of requests, watched and approved, and opens a session only on the portal's own way.
/// </summary>
internal sealed class ProviderHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder html, UrlEncoder encoder)
    : OpenIdConnectHandler(options, logger, html, encoder)
{
    public override Task<bool> HandleRequestAsync() => Task.FromResult(false);

    /// <summary>Checks what came back with this request.</summary>
    public Task<HandleRequestResult> ReceiveAsync() => HandleRemoteAuthenticateAsync();
}
