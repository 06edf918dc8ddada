using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Services;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Puts a backup in place; what was there is kept beside it.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RestoreAsync(IServiceProvider services, string folder, CancellationToken stop)
    {
        string place;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            if (!db.Database.IsSqlite())
            {
                Console.Error.WriteLine("Lệnh này chỉ khôi phục SQLite. Với SQL Server, dùng RESTORE DATABASE của máy chủ và chép lại thư mục Storage:Root.");
                return PortalCommand.Misused;
            }

            place = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        }

        await BackupManifest.ReadCheckedAsync(folder, stop);
        SqliteConnection.ClearAllPools();
        var aside = place + ".truoc-" + TimeProvider.System.NowUtc().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        // The journal beside a database belongs to it: left there, it would be played into the restored one.
        foreach (var part in new[] { string.Empty, "-wal", "-shm" }.Where(part => File.Exists(place + part))) File.Move(place + part, aside + part);
        File.Copy(Path.Combine(folder, BackupManifest.Database), place);
        BackupCommand.CopyFiles(Path.Combine(folder, BackupManifest.Storage), services.GetRequiredService<PortalSettings>().StorageRoot);
        Console.WriteLine($"Đã khôi phục từ {Path.GetFullPath(folder)}. Dữ liệu trước đó nằm ở {aside}. Chạy «audit verify» để kiểm tra.");
        return 0;
    }
}
