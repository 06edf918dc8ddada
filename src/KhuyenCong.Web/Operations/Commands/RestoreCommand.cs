using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Services;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Puts a backup in place; what was there is kept beside it. Refused while a portal runs on the database.</summary>
internal static class RestoreCommand
{
    private const string DraftEnding = ".khoi-phuc";

    public static async Task<int> RestoreAsync(IServiceProvider services, string folder, CancellationToken stop)
    {
        string? place;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            place = db.Database.IsSqlite() ? SqlitePlace.Of(db.Database.GetConnectionString()) : null;
        }

        if (place is null)
        {
            Console.Error.WriteLine("Lệnh này chỉ khôi phục SQLite. Với SQL Server, dùng docs/deploy/sql/restore.sql và chép lại thư mục Storage:Root.");
            return PortalCommand.Misused;
        }

        await BackupManifest.ReadCheckedAsync(folder, stop);
        using var start = await PortalLock.StartAsync(place, Console.WriteLine, stop);
        using var alone = PortalLock.Alone(place)
            ?? throw new StartException($"cổng đang chạy trên {place} ({PortalLock.WhoRuns(place)}). Dừng cổng trước khi khôi phục.");
        SqliteConnection.ClearAllPools();

        // Copied wholly before anything moves, so that a kill or a full disk meanwhile leaves what was there.
        var draft = place + DraftEnding;
        File.Copy(Path.Combine(folder, BackupManifest.Database), draft, overwrite: true);
        var settings = services.GetRequiredService<PortalSettings>();
        BackupCommand.CopyFiles(Path.Combine(folder, BackupManifest.Storage), settings.StorageRoot);
        BackupCommand.CopyFiles(Path.Combine(folder, BackupManifest.Heads), settings.HeadFolder, overwrite: false);
        var aside = place + ".truoc-" + TimeProvider.System.NowUtc().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var hadOne = File.Exists(place);

        // The journal beside a database belongs to it: left there, it would be played into the restored one.
        foreach (var part in new[] { "-wal", "-shm", "-journal", string.Empty }.Where(part => File.Exists(place + part))) File.Move(place + part, aside + part);
        File.Move(draft, place);
        PrivateFiles.Close(place, settings.StorageRoot);
        Console.WriteLine($"Đã khôi phục từ {Path.GetFullPath(folder)}.{(hadOne ? $" Dữ liệu trước đó nằm ở {aside}." : string.Empty)} Chạy «audit verify» để kiểm tra.");
        return 0;
    }
}
