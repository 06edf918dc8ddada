using KhuyenCong.Data;
using KhuyenCong.Services;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Copies an SQLite database and the file store while the portal goes on running.</summary>
internal static class BackupCommand
{
    public static async Task<int> BackupAsync(IServiceProvider services, string folder, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (!db.Database.IsSqlite())
        {
            Console.Error.WriteLine("Lệnh này chỉ sao lưu SQLite. Với SQL Server, dùng BACKUP DATABASE của máy chủ và sao chép thư mục Storage:Root.");
            return PortalCommand.Misused;
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Console.Error.WriteLine($"Thư mục {folder} đã có nội dung. Chọn thư mục mới.");
            return PortalCommand.Misused;
        }

        Directory.CreateDirectory(folder);
        // The database first: files are only ever added, so that all it names are there when they are copied after it.
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(Path.GetFullPath(folder), BackupManifest.Database)}", stop);
        var storage = services.GetRequiredService<PortalSettings>().StorageRoot;
        CopyFiles(storage, Path.Combine(folder, BackupManifest.Storage));
        await BackupManifest.WriteAsync(folder, TimeProvider.System.NowUtc(), stop);
        Console.WriteLine($"Đã sao lưu vào {Path.GetFullPath(folder)}. Khóa niêm phong nhật ký không nằm trong bản sao lưu: cất riêng.");
        return 0;
    }

    /// <summary>Copies a tree of files, leaving out drafts still being written.</summary>
    public static void CopyFiles(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.')))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
