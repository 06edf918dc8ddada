using System.Data.Common;
using KhuyenCong.Services;
using KhuyenCong.Services.Auditing;

namespace KhuyenCong.Web.Operations;

/// <summary>Keeps the trail's head outside the database: after so many entries, and within an hour; it also stands in the log.</summary>
internal sealed partial class DailyHeadExport(IServiceScopeFactory scopes, TimeProvider clock, BackgroundWork work, ILogger<DailyHeadExport> log) : BackgroundService
{
    /// <summary>Its name in <see cref="BackgroundWork"/>.</summary>
    public const string Name = nameof(DailyHeadExport);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        work.Watch(Name, () => ExecuteTask);
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var export = await scope.ServiceProvider.GetRequiredService<HeadExportService>().ExportAsync(stoppingToken);
                if (export.IsKept) Kept(export.Head);
                if (export.IsBehind) Behind(export.Head);
                work.Report(Name, ok: true, TimeProvider.System.NowUtc());
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException or InvalidOperationException)
            {
                work.Report(Name, ok: false, TimeProvider.System.NowUtc(), failure.GetType().Name);
                NotExported(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Head of the audit trail {Head}")]
    private partial void Kept(AuditHeadMark head);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit trail ends at {Head}, before a head that was kept: the database was set back or its newest entries were cut")]
    private partial void Behind(AuditHeadMark head);

    [LoggerMessage(Level = LogLevel.Error, Message = "The head of the audit trail could not be exported; next try in a minute")]
    private partial void NotExported(Exception failure);
}
