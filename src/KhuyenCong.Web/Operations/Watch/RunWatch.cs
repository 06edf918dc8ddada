using KhuyenCong.Web.Pages;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Tells when the portal begins and ends to answer: a gap between two lines is a death.</summary>
internal sealed class RunWatch(SecurityLog security, PortalFrame frame) : IHostedLifecycleService
{
    private int _stops;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        security.Run(SecurityEvent.Started, frame.Version);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        // A host may be told to stop twice.
        if (Interlocked.Exchange(ref _stops, 1) == 1) return Task.CompletedTask;
        security.Run(SecurityEvent.Stopping, frame.Version);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
