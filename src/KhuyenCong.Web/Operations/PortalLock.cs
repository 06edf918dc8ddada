using System.Globalization;

namespace KhuyenCong.Web.Operations;

/// <summary>
/// Locks of the operating system on files beside an SQLite database: whoever dies lets go at once, so that no lock is ever
/// stale. Running portals hold «.dang-chay» together; who migrates holds «.khoi-dong» alone.
/// </summary>
internal static class PortalLock
{
    private const string RunningEnding = ".dang-chay";
    private const string StartEnding = ".khoi-dong";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Held by every portal and command that works on the database, together.</summary>
    /// <exception cref="StartException">Somebody is restoring or upgrading it.</exception>
    public static IDisposable Running(string database)
    {
        var file = TryOpen(database + RunningEnding, FileShare.ReadWrite)
            ?? throw new StartException($"cơ sở dữ liệu {database} đang được khôi phục hoặc nâng cấp. Chờ xong rồi chạy lại.");
        SayWho(file);
        return file;
    }

    /// <summary>Keeps every portal away; null while one runs.</summary>
    public static IDisposable? Alone(string database) => TryOpen(database + RunningEnding, FileShare.None);

    /// <summary>Who runs on the database, as the last one to come wrote it down.</summary>
    public static string WhoRuns(string database) => Read(database + RunningEnding);

    /// <summary>Held alone while the database is opened and migrated; two nodes that start together come one after the other.</summary>
    /// <exception cref="StartException">Another start does not come to its end.</exception>
    public static async Task<IDisposable> StartAsync(string database, Action<string> tell, CancellationToken stop)
    {
        var path = database + StartEnding;
        var since = TimeProvider.System.GetTimestamp();
        var hasTold = false;
        while (true)
        {
            if (TryOpen(path, FileShare.None) is { } file)
            {
                await File.WriteAllTextAsync(path + ".txt", Who(), stop);
                return file;
            }

            var waited = TimeProvider.System.GetElapsedTime(since);
            if (waited > Patience) throw new StartException($"một lần khởi động khác giữ {path} quá {Patience.TotalMinutes:0} phút: {Read(path + ".txt")}. Kiểm tra tiến trình đó.");
            if (waited > Silence && !hasTold)
            {
                tell($"Đang chờ một lần khởi động khác của cùng cơ sở dữ liệu: {Read(path + ".txt")}.");
                hasTold = true;
            }

            await Task.Delay(Pause, stop);
        }
    }

    private static FileStream? TryOpen(string path, FileShare share)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, 1);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    private static void SayWho(FileStream file)
    {
        file.SetLength(0);
        file.Write(System.Text.Encoding.UTF8.GetBytes(Who()));
        file.Flush();
    }

    private static string Who() => string.Create(
        CultureInfo.InvariantCulture, $"máy {Environment.MachineName}, tiến trình {Environment.ProcessId}, từ {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC");

    private static string Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "không rõ";
        }
        catch (IOException)
        {
            return "không rõ";
        }
    }
}
