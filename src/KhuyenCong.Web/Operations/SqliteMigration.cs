using System.Data.Common;
using KhuyenCong.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Operations;

/// <summary>
/// Brings an SQLite file up to this version beside its place and then puts it there in one step: SQLite changes tables
/// outside transactions, so that a program killed meanwhile would leave a half-changed file. Now it leaves the file as it
/// was, or as it shall be. The caller holds the start lock.
/// </summary>
internal static class SqliteMigration
{
    public const string DraftEnding = ".nang-cap";
    public const string BeforeEnding = ".truoc-nang-cap";

    /// <exception cref="StartException">A portal runs on the file, or a migration failed; the file is as it was.</exception>
    public static async Task RunAsync(AppDbContext db, string place, Action<string> tell, CancellationToken stop)
    {
        if (DeleteDraft(place)) tell("Lần nâng cấp trước bị ngắt giữa chừng. Dữ liệu chưa bị động đến; nâng cấp lại từ đầu.");
        var isThere = File.Exists(place) && new FileInfo(place).Length > 0;
        if (isThere && !(await db.Database.GetPendingMigrationsAsync(stop)).Any()) return;

        using var alone = PortalLock.Alone(place)
            ?? throw new StartException($"cần nâng cấp cơ sở dữ liệu {place}, nhưng còn một cổng đang chạy trên đó ({PortalLock.WhoRuns(place)}). Dừng mọi cổng rồi khởi động lại.");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var draft = place + DraftEnding;
        if (isThere) await CopyAsync(place, draft, tell, stop);
        else SetJournalAside(place);

        var connection = db.Database.GetConnectionString();
        try
        {
            // Made by this connection, so that EF finds a file and does not switch it to a journal of its own choice.
            var drafting = new SqliteConnectionStringBuilder(connection) { DataSource = draft, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
            await ExecuteAsync(drafting.ToString(), "PRAGMA journal_mode=DELETE", stop);
            db.Database.SetConnectionString(drafting.ToString());
            await db.Database.MigrateAsync(stop);
            await db.Database.CloseConnectionAsync();
            await ExecuteAsync(drafting.ToString(), "PRAGMA journal_mode=DELETE", stop);
        }
        catch (DbException failure)
        {
            DeleteDraft(place);
            throw new StartException($"không nâng cấp được cơ sở dữ liệu; {place} còn nguyên như trước. Giữ phiên bản cũ, hoặc khôi phục bản sao lưu nếu một lần nâng cấp của phiên bản cũ đã bị ngắt. Chi tiết: {failure.Message}", failure);
        }
        finally
        {
            db.Database.SetConnectionString(connection);
        }

        if (isThere) File.Replace(draft, place, place + BeforeEnding);
        else File.Move(draft, place, overwrite: true);
    }

    private static async Task CopyAsync(string place, string draft, Action<string> tell, CancellationToken stop)
    {
        SqliteConnection.ClearAllPools();
        var given = new SqliteConnectionStringBuilder { DataSource = place, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString();
        // The journal must be played in and gone: left beside, it would be played into the file that takes this one's place.
        if (await ExecuteAsync(given, "PRAGMA journal_mode=DELETE", stop) is not "delete")
        {
            throw new StartException($"cơ sở dữ liệu {place} đang bị một chương trình khác giữ. Đóng chương trình đó rồi khởi động lại.");
        }

        await ExecuteAsync(given, $"VACUUM INTO '{draft.Replace("'", "''", StringComparison.Ordinal)}'", stop);
        var copied = new SqliteConnectionStringBuilder(given) { DataSource = draft }.ToString();
        if (await ExecuteAsync(copied, "SELECT count(*) FROM sqlite_schema WHERE name = '__EFMigrationsLock'", stop) is not 1L) return;
        // No process holds the start lock but this one: whoever left the row is dead.
        if (await ExecuteAsync(copied, "SELECT max(Timestamp) FROM __EFMigrationsLock", stop) is not string since) return;
        await ExecuteAsync(copied, "DELETE FROM __EFMigrationsLock", stop);
        tell($"Một lần nâng cấp của phiên bản cũ đã bị ngắt và để lại khóa từ {since} UTC. Không còn tiến trình nào giữ khóa; đã gỡ.");
    }

    private static bool DeleteDraft(string place)
    {
        var draft = place + DraftEnding;
        var wasThere = File.Exists(draft);
        foreach (var part in new[] { string.Empty, "-journal", "-wal", "-shm" }) File.Delete(draft + part);
        return wasThere;
    }

    // A journal without its database belongs to one that is lost; it is kept for who may want to save something from it.
    private static void SetJournalAside(string place)
    {
        foreach (var part in new[] { "-journal", "-wal", "-shm" }.Where(part => File.Exists(place + part))) File.Move(place + part, place + ".mat" + part, overwrite: true);
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql, CancellationToken stop)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above; the one path in it is quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(stop);
    }
}
