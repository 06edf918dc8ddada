using System.Net;

namespace KhuyenCong.Web.Security.Provider;

/// <summary>
/// The portal's only way to the provider: to the one configured place, without redirects and cookies, within ten seconds and
/// a megabyte. Certificates are checked by the platform.
/// </summary>
internal sealed class ProviderLine(ProviderSettings settings) : DelegatingHandler(new SocketsHttpHandler
{
    AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), MaxResponseHeadersLength = 32, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    AutomaticDecompression = DecompressionMethods.None,
    ActivityHeadersPropagator = null,
})
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int LargestAnswer = 1024 * 1024;

    public static HttpClient Open(ProviderSettings settings) => new(new ProviderLine(settings)) { Timeout = Longest, MaxResponseContentBufferSize = LargestAnswer };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!settings.IsOwn(request.RequestUri)) throw new HttpRequestException("Not the configured provider.");
        var answer = await base.SendAsync(request, cancellationToken);
        // 400 and 401 are words of the protocol; what is none, a page of maintenance among it, is no answer.
        var isWord = answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized;
        if (isWord && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true) return answer;
        var status = answer.StatusCode;
        answer.Dispose();
        throw new HttpRequestException("Not an answer of a provider.", null, status);
    }
}
