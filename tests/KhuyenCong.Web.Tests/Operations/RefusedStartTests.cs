using Microsoft.Data.Sqlite;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>When the program does not start, and what it says; and starts after another was killed.</summary>
public sealed class RefusedStartTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Fact]
    public async Task A_key_file_that_is_not_there_stops_Production_and_no_key_is_made()
    {
        using var commands = new CommandLine();
        commands.Settings["Audit__Key"] = null;
        commands.Settings["Audit__KeyFile"] = commands.At("audit.key");
        (await commands.RunAsync("migrate")).Refused(1, "không thấy tệp khóa niêm phong nhật ký");
        Assert.False(File.Exists(commands.At("audit.key")));
    }

    [Theory]
    [InlineData("khuyencong.db")]
    [InlineData("kho")]
    public async Task Development_makes_a_key_at_its_first_start_only(string remains)
    {
        using var commands = new CommandLine();
        (commands.Settings["Audit__Key"], commands.Settings["Audit__KeyFile"]) = (null, commands.At("audit.key"));
        (commands.Settings["ASPNETCORE_ENVIRONMENT"], commands.Settings["DOTNET_ENVIRONMENT"]) = ("Development", "Development");
        (await commands.RunAsync("migrate")).Done("Đã cập nhật");
        File.Delete(commands.At("audit.key"));
        if (remains == "kho") File.Delete(commands.Database);
        else Directory.Delete(commands.At("kho"), recursive: true);
        (await commands.RunAsync("migrate")).Refused(1, "đã có dữ liệu được niêm phong bằng khóa đó");
        Assert.False(File.Exists(commands.At("audit.key")));
    }

    [Fact]
    public async Task A_lost_database_stops_the_start_and_none_is_made_in_its_place()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        File.Delete(commands.Database);
        (await commands.RunAsync("migrate")).Refused(1, "không thấy cơ sở dữ liệu");
        Assert.False(File.Exists(commands.Database));

        // An empty file, as a mount that failed or a careless touch leaves it.
        await File.WriteAllTextAsync(commands.Database, string.Empty, TestContext.Current.CancellationToken);
        (await commands.RunAsync("migrate")).Refused(1, "không thấy cơ sở dữ liệu");
        Assert.Equal(0, new FileInfo(commands.Database).Length);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        Execute(commands.Database, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Sau', '10.0.15')");
        (await commands.RunAsync("migrate")).Refused(1, "phiên bản mới hơn (có 29990101000000_Sau)");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("khuyencong.kiemthu.vn;*")]
    public async Task Production_does_not_serve_under_any_name(string? hosts)
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        commands.Settings["AllowedHosts"] = hosts ?? " ";
        (await commands.RunAsync("--urls", "http://127.0.0.1:0")).Refused(1, "chưa khai báo AllowedHosts");
    }

    [Fact]
    public async Task A_lock_row_of_a_killed_migration_is_told_and_blocks_nobody()
    {
        using var commands = new CommandLine();
        await OlderDatabase.MakeAsync(commands.Database);
        Execute(commands.Database, "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
        Execute(commands.Database, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-02 03:04:05')");
        (await commands.RunAsync("migrate")).Done("để lại khóa từ 2026-01-02 03:04:05 UTC");
        (await commands.RunAsync("migrate")).Done("Đã cập nhật");
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_file_as_it_was()
    {
        using var commands = new CommandLine();
        await OlderDatabase.MakeAsync(commands.Database);
        Execute(commands.Database, "CREATE TABLE AnnexAliases (Id INTEGER)"); // what a half-done migration of an older program left
        var before = Execute(commands.Database, "SELECT group_concat(sql) FROM sqlite_schema");
        (await commands.RunAsync("migrate")).Refused(1, "còn nguyên như trước");
        Assert.Equal(before, Execute(commands.Database, "SELECT group_concat(sql) FROM sqlite_schema"));
        Assert.False(File.Exists(commands.Database + ".nang-cap"));
    }

    [Fact]
    public async Task A_draft_of_a_killed_migration_is_told_and_begun_anew_and_what_was_before_is_kept()
    {
        using var commands = new CommandLine();
        await OlderDatabase.MakeAsync(commands.Database);
        await File.WriteAllTextAsync(commands.Database + ".nang-cap", "dở dang", TestContext.Current.CancellationToken);
        (await commands.RunAsync("migrate")).Done("bị ngắt giữa chừng");
        (await commands.RunAsync("audit", "verify")).Done("khớp");
        Assert.NotEqual(0L, Execute(commands.Database + ".truoc-nang-cap", "SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task Nodes_that_start_together_on_nothing_all_start()
    {
        using var commands = new CommandLine();
        var starts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => commands.RunAsync("migrate")));
        Assert.All(starts, start => start.Done("Đã cập nhật"));
        (await commands.RunAsync("audit", "verify")).Done("khớp");
    }

    [Fact]
    public async Task What_the_program_writes_is_closed_to_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The folder's rights count on Windows.");
        using var commands = new CommandLine();
        (commands.Settings["Audit__Key"], commands.Settings["Audit__KeyFile"]) = (null, commands.At("audit.key"));
        (commands.Settings["ASPNETCORE_ENVIRONMENT"], commands.Settings["DOTNET_ENVIRONMENT"]) = ("Development", "Development");
        (await commands.RunAsync("migrate")).Done("Đã cập nhật");
        (await commands.RunAsync("backup", commands.At("sao-luu"))).Done("khớp");
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var written = Directory.EnumerateFileSystemEntries(commands.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).ToList();
        Assert.Contains(commands.At("sao-luu"), written);
        Assert.DoesNotContain(written, path => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != UnixFileMode.None);
    }

    private static object? Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
