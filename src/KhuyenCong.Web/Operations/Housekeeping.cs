using System.Data.Common;
using KhuyenCong.Services.Documents;

namespace KhuyenCong.Web.Operations;

/// <summary>Sweeps what killed uploads left in the store, and walks through the database's file for broken pages; soon after the start and each day.</summary>
internal sealed partial class Housekeeping(IServiceScopeFactory scopes, DatabaseGuard guard, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    /// <summary>One round; failures are logged and tried again the next day.</summary>
    public async Task KeepAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var swept = await scope.ServiceProvider.GetRequiredService<OrphanSweepService>().SweepAsync(stop);
            if (swept > 0) Swept(swept);
            guard.WalkThrough();
            if (guard.IsCorrupt) Broken();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            NotKept(failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(First, stoppingToken);
        using var timer = new PeriodicTimer(Pause);
        do
        {
            await Task.Run(() => KeepAsync(stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that no document names were set aside or removed")]
    private partial void Swept(int count);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The database's file is broken: stop, keep the file, restore the last verified backup")]
    private partial void Broken();

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping did not come to its end; next try tomorrow")]
    private partial void NotKept(Exception failure);
}
