using System.Data.Common;
using System.Threading.Channels;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Writes sign-ins into the trail. Coming and leaving are written at once. Failed tries are written beside the answer,
/// so that its time does not tell that the address has an account. Nobody is kept out because a row could not be written.
/// </summary>
public sealed partial class SignInLog(IServiceScopeFactory scopes, TimeProvider clock, BackgroundWork work, ILogger<SignInLog> log) : BackgroundService
{
    /// <summary>Its name in <see cref="BackgroundWork"/>.</summary>
    public const string Name = nameof(SignInLog);

    private static readonly Actor Door = Actor.System("Hệ thống đăng nhập");

    // Five tries lock an account for a while, so that the queue stays short; a flood must not fill the memory.
    private readonly Channel<SignInEvent> _tries = Channel.CreateBounded<SignInEvent>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Writes that a person came or left.</summary>
    public Task RecordAsync(int userId, string name, SignInKind kind, CancellationToken stop) =>
        WriteAsync(new Actor(userId, name, new HashSet<string>(StringComparer.Ordinal)), Event(userId, kind), stop);

    /// <summary>Has a failed try written soon.</summary>
    public void RecordTry(int userId, SignInKind kind) => _tries.Writer.TryWrite(Event(userId, kind));

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _tries.Writer.TryComplete();
        // What is queued is written before the program ends.
        if (ExecuteTask is { } running) await Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        work.Watch(Name, () => ExecuteTask);
        await foreach (var happened in _tries.Reader.ReadAllAsync(CancellationToken.None)) await WriteAsync(Door, happened, CancellationToken.None);
    }

    private SignInEvent Event(int userId, SignInKind kind) => new() { UserId = userId, Kind = kind, At = clock.NowUtc() };

    private async Task WriteAsync(Actor actor, SignInEvent happened, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SignInLogService>().RecordAsync(actor, happened, stop);
            work.Report(Name, ok: true, TimeProvider.System.NowUtc());
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            work.Report(Name, ok: false, TimeProvider.System.NowUtc(), failure.GetType().Name);
            NotWritten(failure, happened.Kind, happened.UserId);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} of account {UserId} could not be written into the trail")]
    private partial void NotWritten(Exception failure, SignInKind kind, int userId);
}
