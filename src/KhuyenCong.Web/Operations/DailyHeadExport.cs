using System.Data.Common;
using KhuyenCong.Services;
using KhuyenCong.Services.Auditing;

namespace KhuyenCong.Web.Operations;

/// <summary>Exports the trail's head at the start and soon after midnight; a failure is logged, and tried again.</summary>
internal sealed partial class DailyHeadExport(IServiceScopeFactory scopes, TimeProvider clock, BackgroundWork work, ILogger<DailyHeadExport> log) : BackgroundService
{
    /// <summary>Its name in <see cref="BackgroundWork"/>.</summary>
    public const string Name = nameof(DailyHeadExport);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        work.Watch(Name, () => ExecuteTask);
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<HeadExportService>().ExportAsync(stoppingToken);
                work.Report(Name, ok: true, TimeProvider.System.NowUtc());
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
            {
                work.Report(Name, ok: false, TimeProvider.System.NowUtc(), failure.GetType().Name);
                NotExported(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The head of the audit trail could not be exported; next try in ten minutes")]
    private partial void NotExported(Exception failure);
}
