using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Vi;
using Microsoft.Data.Sqlite;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Restores a backup in a place of its own and verifies it there, with the heads that it holds.</summary>
internal static class BackupTrial
{
    /// <param name="folder">The backup.</param>
    /// <param name="hostArguments">Configuration keys of the command line.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>What is wrong; null when the backup can be relied upon.</returns>
    public static async Task<string?> RunAsync(string folder, string[] hostArguments, CancellationToken stop)
    {
        folder = Path.GetFullPath(folder);
        // Beside the backup, where there is room for such a file.
        var place = Path.Combine(Path.GetDirectoryName(folder)!, $".thu-{Guid.NewGuid():N}");
        try
        {
            await BackupManifest.ReadCheckedAsync(folder, stop);
            Directory.CreateDirectory(place);
            var database = Path.Combine(place, BackupManifest.Database);
            File.Copy(Path.Combine(folder, BackupManifest.Database), database);
            return await BrokenAsync(database, stop) ?? await FalsifiedAsync(folder, database, hostArguments, stop);
        }
        catch (StartException failure)
        {
            return failure.Message;
        }
        catch (SqliteException failure)
        {
            return failure.Message;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
        }
    }

    private static async Task<string?> BrokenAsync(string database, CancellationToken stop)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (await command.ExecuteScalarAsync(stop) is not "ok") return "tệp cơ sở dữ liệu hỏng";
        command.CommandText = "PRAGMA foreign_key_check";
        return await command.ExecuteScalarAsync(stop) is { } table ? $"bảng {table} có dòng trỏ đến dòng không có" : null;
    }

    private static async Task<string?> FalsifiedAsync(string folder, string database, string[] hostArguments, CancellationToken stop)
    {
        await using var trial = PortalHost.Build(
            [
                .. hostArguments, $"--ConnectionStrings:KhuyenCong=Data Source={database};Pooling=False",
                "--Storage:Root=" + Path.Combine(folder, BackupManifest.Storage), "--Audit:HeadFolder=" + Path.Combine(folder, BackupManifest.Heads),
            ],
            isCommand: true);
        await using var scope = trial.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifyService>().VerifyAsync(null, stop);
        return report.Faults.Count == 0 ? null : $"{report.Faults.Count} sai lệch, trước hết: {AuditFaultText.Of(report.Faults[0])}";
    }
}
