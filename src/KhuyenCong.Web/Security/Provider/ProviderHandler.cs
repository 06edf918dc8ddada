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
    // The platform's own name for what binds state and cookie.
    private const string Question = ".xsrf";

    public override Task<bool> HandleRequestAsync() => Task.FromResult(false);

    /// <summary>The name of the question that an answer brings back; null where the portal never asked it. One answer may be written in several ways, its question has one name.</summary>
    public string? QuestionOf(string state) => Options.StateDataFormat.Unprotect(state)?.Items.TryGetValue(Question, out var name) == true ? name : null;

    /// <summary>Checks what came back with this request.</summary>
    public Task<HandleRequestResult> ReceiveAsync() => HandleRemoteAuthenticateAsync();
}
