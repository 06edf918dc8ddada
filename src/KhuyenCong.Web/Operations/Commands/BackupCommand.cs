using System.Diagnostics;
using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Services;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Copies an SQLite database, the file store and the heads while the portal goes on running, and tries the copy.</summary>
internal static class BackupCommand
{
    private const int NotReliable = 3;
    private const string DraftPrefix = ".dang-sao-luu-";
    private const string FailedEnding = ".khong-dat";

    /// <summary>Makes one backup in a new folder.</summary>
    public static async Task<int> BackupAsync(IServiceProvider services, string folder, string[] hostArguments, CancellationToken stop)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Console.Error.WriteLine($"Thư mục {folder} đã có nội dung. Chọn thư mục mới.");
            return PortalCommand.Misused;
        }

        if (await CopyAsync(services, folder, stop) is var code and not 0) return code;
        return await VerifyAsync(services, folder, hostArguments, stop);
    }

    /// <summary>Makes a backup named by its time, and lets go of older ones.</summary>
    public static async Task<int> RotateAsync(IServiceProvider services, IConfiguration configuration, string[] hostArguments, CancellationToken stop)
    {
        var root = Path.GetFullPath(configuration["to"]!);
        var name = KeptCopies.NameOf(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), VietnamTime.Zone).DateTime);
        var (draft, place) = (Path.Combine(root, DraftPrefix + name), Path.Combine(root, name));
        if (await CopyAsync(services, draft, stop) is var code and not 0) return code;
        Directory.Move(draft, place);
        if (await VerifyAsync(services, place, hostArguments, stop) is var outcome and not 0)
        {
            // It must not push out one that was good.
            Directory.Move(place, place + FailedEnding);
            return outcome;
        }

        var names = Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)).ToList();
        var unfinished = names.Where(n => n.StartsWith(DraftPrefix, StringComparison.Ordinal) && n != DraftPrefix + name && Directory.GetLastWriteTimeUtc(Path.Combine(root, n)) < TimeProvider.System.NowUtc().AddDays(-1));
        foreach (var old in KeptCopies.NotKept(names, configuration.GetValue("keep-daily", 7), configuration.GetValue("keep-weekly", 4)).Concat(unfinished))
        {
            Directory.Delete(Path.Combine(root, old), recursive: true);
            Console.WriteLine($"Đã bỏ bản cũ {old}.");
        }

        return 0;
    }

    /// <summary>Tries a backup by restoring it in a place of its own.</summary>
    public static async Task<int> VerifyAsync(IServiceProvider services, string folder, string[] hostArguments, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var problem = await BackupTrial.RunAsync(folder, hostArguments, stop);
        var records = services.GetRequiredService<BackupRecords>();
        if (await records.ReadAsync(stop) is { } last && last.Folder == Path.GetFullPath(folder))
        {
            await records.WriteAsync(last with { Verified = problem is null, Problem = problem, Duration = last.Duration + clock.Elapsed }, stop);
        }

        if (problem is not null)
        {
            Console.Error.WriteLine($"Bản sao lưu {folder} không dùng được: {problem}.");
            return NotReliable;
        }

        Console.WriteLine($"Đã khôi phục thử và kiểm tra bản sao lưu {Path.GetFullPath(folder)}: khớp.");
        return 0;
    }

    private static async Task<int> CopyAsync(IServiceProvider services, string folder, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (!db.Database.IsSqlite())
        {
            Console.Error.WriteLine("Lệnh này chỉ sao lưu SQLite. Với SQL Server, dùng docs/deploy/sql/backup.sql và sao chép thư mục Storage:Root.");
            return PortalCommand.Misused;
        }

        var clock = Stopwatch.StartNew();
        var (made, settings) = (TimeProvider.System.NowUtc(), services.GetRequiredService<PortalSettings>());
        if (SqlitePlace.Of(db.Database.GetConnectionString()) is { } database) services.GetRequiredService<RunningHold>().Take(database);
        Directory.CreateDirectory(folder);
        PrivateFiles.Close(folder);

        // The heads first: each names an entry that the copied trail holds. Then the database: files are only ever added,
        // so that all it names are there when they are copied after it.
        CopyFiles(settings.HeadFolder, Path.Combine(folder, BackupManifest.Heads));
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(Path.GetFullPath(folder), BackupManifest.Database)}", stop);
        CopyFiles(settings.StorageRoot, Path.Combine(folder, BackupManifest.Storage), leaveOut: settings.HeadFolder);
        await BackupManifest.WriteAsync(folder, made, stop);
        var final = Path.GetFullPath(folder).Replace(DraftPrefix, string.Empty, StringComparison.Ordinal);
        var bytes = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        await services.GetRequiredService<BackupRecords>().WriteAsync(new BackupRecord(made, final, bytes, clock.Elapsed, Verified: false, null), stop);
        Console.WriteLine($"Đã sao lưu vào {final}. Khóa niêm phong nhật ký không nằm trong bản sao lưu: cất riêng.");
        return 0;
    }

    /// <summary>Copies a tree of files, leaving out drafts still being written and what is swept away meanwhile.</summary>
    public static void CopyFiles(string from, string to, string? leaveOut = null, bool overwrite = true)
    {
        if (!Directory.Exists(from)) return;
        var notThese = leaveOut is null ? null : Path.GetFullPath(leaveOut) + Path.DirectorySeparatorChar;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.')))
        {
            if (notThese is not null && Path.GetFullPath(file).StartsWith(notThese, StringComparison.Ordinal)) continue;
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            if (!overwrite && File.Exists(copy)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            try
            {
                File.Copy(file, copy, overwrite: true);
                PrivateFiles.Close(copy);
            }
            catch (FileNotFoundException)
            {
                // Swept away since it was listed: no document names it.
            }
        }
    }
}
