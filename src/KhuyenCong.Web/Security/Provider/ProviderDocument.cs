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

    private Failure? _last;

    /// <exception cref="ProviderUnreachableException">There is no document, or not the right one.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _last) is { } last && TimeProvider.System.GetElapsedTime(last.At) < Pause) throw new ProviderUnreachableException(last.Outcome, null);
        OpenIdConnectConfiguration found;
        try
        {
            found = await _kept.GetConfigurationAsync(CancellationToken.None).WaitAsync(ProviderLine.Longest, cancel);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException or TimeoutException)
        {
            throw Fail(ProviderOutcome.Unreachable, failure);
        }

        if (found.Issuer == settings.Authority && IsOwn(found.AuthorizationEndpoint) && IsOwn(found.TokenEndpoint) && IsOwn(found.JwksUri)) return found;
        // Asked anew later: it may be mended by then.
        _kept.RequestRefresh();
        throw Fail(ProviderOutcome.Misconfigured, null);
    }

    public void RequestRefresh() => _kept.RequestRefresh();

    private ProviderUnreachableException Fail(ProviderOutcome outcome, Exception? inner)
    {
        Volatile.Write(ref _last, new Failure(TimeProvider.System.GetTimestamp(), outcome));
        return new ProviderUnreachableException(outcome, inner);
    }

    private bool IsOwn(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && settings.IsOwn(uri);

    private sealed record Failure(long At, ProviderOutcome Outcome);
}
