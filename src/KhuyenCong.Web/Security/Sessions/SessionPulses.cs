using System.Data.Common;
using System.Threading.Channels;
using KhuyenCong.Data;
using KhuyenCong.Services;
using KhuyenCong.Web.Operations;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Security.Sessions;

/// <summary>Writes when sessions were last seen, beside the answer: a page never waits for it, and nobody is kept out because it failed.</summary>
public sealed partial class SessionPulses(IDbContextFactory<AppDbContext> databases, BackgroundWork work, ILogger<SessionPulses> log) : BackgroundService
{
    /// <summary>Its name in <see cref="BackgroundWork"/>.</summary>
    public const string Name = nameof(SessionPulses);

    private readonly Channel<(int Id, DateTime At)> _seen =
        Channel.CreateBounded<(int Id, DateTime At)>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Has the time written soon.</summary>
    public void Mark(int sessionId, DateTime at) => _seen.Writer.TryWrite((sessionId, at));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        work.Watch(Name, () => ExecuteTask);
        await foreach (var (id, at) in _seen.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                await db.MarkSeenAsync(id, at, stoppingToken);
                work.Report(Name, ok: true, TimeProvider.System.NowUtc());
            }
            catch (DbException failure)
            {
                work.Report(Name, ok: false, TimeProvider.System.NowUtc(), failure.GetType().Name);
                NotWritten(failure, id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Session {Id}: the time it was last seen could not be written")]
    private partial void NotWritten(Exception failure, int id);
}
