using System.Data.Common;
using System.Threading.Channels;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Writes failed tries into the trail, beside the answer, so that its time does not tell that the address has an account.
/// Coming and leaving are written with the session itself.
/// </summary>
public sealed partial class SignInLog(IServiceScopeFactory scopes, TimeProvider clock, BackgroundWork work, ILogger<SignInLog> log) : BackgroundService
{
    /// <summary>Its name in <see cref="BackgroundWork"/>.</summary>
    public const string Name = nameof(SignInLog);

    // Waits after failed tries are long, so that the queue stays short; a flood must not fill the memory.
    private readonly Channel<SignInEvent> _tries = Channel.CreateBounded<SignInEvent>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Has a failed try written soon, and told to the person where further tries wait from now on.</summary>
    public void RecordTry(int userId, bool beginsToWait)
    {
        _tries.Writer.TryWrite(Event(userId, SignInKind.WrongPassword));
        if (beginsToWait) _tries.Writer.TryWrite(Event(userId, SignInKind.LockedOut));
    }

    /// <summary>Has it written that somebody was turned away by an administrator's lock.</summary>
    public void RecordLocked(int userId) => _tries.Writer.TryWrite(Event(userId, SignInKind.LockedOut));

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
        await foreach (var happened in _tries.Reader.ReadAllAsync(CancellationToken.None)) await WriteAsync(AppDbContext.Door, happened, CancellationToken.None);
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
