using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Tells what the server rejects before any page sees it: broken request lines, headers too large, bodies cut short.</summary>
internal sealed class MalformedRequests(DiagnosticListener listener, SecurityLog security) : IHostedService, IObserver<KeyValuePair<string, object?>>
{
    private const string Rejected = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = listener.Subscribe(this, name => name == Rejected);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not IFeatureCollection features || value.Key != Rejected) return;
        var status = (features.Get<IBadRequestExceptionFeature>()?.Error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        security.Rejected(status.ToString(CultureInfo.InvariantCulture), features.Get<IHttpConnectionFeature>()?.RemoteIpAddress?.ToString() ?? SecurityLog.Nobody);
    }

    public void OnError(Exception error)
    {
        // The server never reports one.
    }

    public void OnCompleted()
    {
        // The server stops.
    }
}
