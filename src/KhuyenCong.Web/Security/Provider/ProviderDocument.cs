using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KhuyenCong.Web.Security.Provider;

/// <summary>
/// The provider's own document and keys, kept for some hours. It must name the configured issuer letter for letter, and no
/// place but the issuer's. After a failure nobody waits for the next try within five seconds.
/// </summary>
internal sealed class ProviderDocument(ProviderSettings settings, IDocumentRetriever retriever) : IConfigurationManager<OpenIdConnectConfiguration>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly ConfigurationManager<OpenIdConnectConfiguration> _kept =
        new(settings.Authority.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), retriever);

    private long _failedAt = long.MinValue;

    /// <exception cref="ProviderUnreachableException">There is no document, or not the right one.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var failedAt = Interlocked.Read(ref _failedAt);
        if (failedAt != long.MinValue && TimeProvider.System.GetElapsedTime(failedAt) < Pause) throw new ProviderUnreachableException(ProviderOutcome.Unreachable, null);
        OpenIdConnectConfiguration found;
        try
        {
            found = await _kept.GetConfigurationAsync(CancellationToken.None).WaitAsync(ProviderLine.Longest, cancel);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException or TimeoutException)
        {
            Interlocked.Exchange(ref _failedAt, TimeProvider.System.GetTimestamp());
            throw new ProviderUnreachableException(ProviderOutcome.Unreachable, failure);
        }

        if (found.Issuer != settings.Authority || !IsOwn(found.AuthorizationEndpoint) || !IsOwn(found.TokenEndpoint) || !IsOwn(found.JwksUri))
        {
            // Asked anew next time: it may be mended by then.
            _kept.RequestRefresh();
            throw new ProviderUnreachableException(ProviderOutcome.Misconfigured, null);
        }

        return found;
    }

    public void RequestRefresh() => _kept.RequestRefresh();

    private bool IsOwn(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && settings.IsOwn(uri);
}
