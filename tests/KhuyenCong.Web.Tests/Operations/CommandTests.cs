using KhuyenCong.Domain.People;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Every command as an operator runs it: exit code, words, and what it left on the disk.</summary>
public sealed class CommandTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    [Theory]
    [InlineData("xoa")]
    [InlineData("admin")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task An_unknown_command_or_a_missing_argument_is_refused_with_the_help_and_changes_nothing(params string[] words)
    {
        using var commands = new CommandLine();
        var outcome = await commands.RunAsync(words);
        outcome.Refused(2, $"Không có lệnh «{string.Join(' ', words)}».");
        Assert.Contains("audit verify", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(commands.Database));
    }

    [Fact]
    public async Task Without_the_audit_key_no_command_runs_in_production()
    {
        using var commands = new CommandLine();
        commands.Settings["Audit__Key"] = null;
        (await commands.RunAsync("migrate")).Refused(1, "chưa có khóa niêm phong nhật ký");
    }

    [Fact]
    public async Task An_administrator_is_made_once_on_a_migrated_database()
    {
        using var commands = new CommandLine();
        (await commands.RunAsync("migrate")).Done("Đã cập nhật cơ sở dữ liệu.");
        (await commands.RunAsync("admin", "create", "--name", "Quản trị")).Refused(2, "Nhập địa chỉ email.");
        Assert.Equal(0L, Scalar(commands, "SELECT count(*) FROM Users"));
        string[] create = ["admin", "create", "--email", "quantri@kiemthu.vn", "--name", "Quản trị"];
        (await commands.RunAsync(create)).Done("Đã tạo tài khoản quản trị.");
        Assert.Equal(nameof(Role.Administrator), Scalar(commands, "SELECT r.Name FROM Users u JOIN AspNetUserRoles ur ON ur.UserId = u.Id JOIN AspNetRoles r ON r.Id = ur.RoleId WHERE u.Email = 'quantri@kiemthu.vn'"));
        Assert.NotEqual(0, (await commands.RunAsync(create)).Code);
        Assert.Equal(1L, Scalar(commands, "SELECT count(*) FROM Users"));
        Assert.Equal(1L, Scalar(commands, "SELECT MustChangePassword FROM Users"));
        (await commands.RunAsync("admin", "reset", "--email", "quantri@kiemthu.vn")).Refused(2, "Ghi lý do.");
        Assert.NotEqual(0, (await commands.RunAsync("admin", "reset", "--email", "khongco@kiemthu.vn", "--reason", "Mất điện thoại")).Code);
        (await commands.RunAsync("admin", "reset", "--email", "quantri@kiemthu.vn", "--reason", "Mất điện thoại")).Done("Đã đặt mật khẩu tạm");
        Assert.Equal(1L, Scalar(commands, "SELECT MustChangePassword FROM Users"));
        Assert.Equal("Mất điện thoại", Scalar(commands, "SELECT Reason FROM AuditEntries ORDER BY Number DESC LIMIT 1"));
    }

    [Fact]
    public void The_demo_is_seeded_by_its_command()
    {
        demo.Seeding.Done("Đã nạp dữ liệu minh họa.");
        Assert.Equal(24L, Scalar(demo.Commands, "SELECT count(*) FROM Projects p JOIN Plans l ON l.Id = p.PlanId WHERE l.Year = 2024 AND l.Tranche = 1"));
    }

    [Fact]
    public async Task The_demo_is_not_seeded_where_it_is_switched_off()
    {
        using var commands = new CommandLine();
        (await commands.RunAsync("seed", "demo")).Refused(2, "Dữ liệu minh họa đang tắt");
        Assert.False(File.Exists(commands.Database));
    }

    [Fact]
    public async Task The_audit_names_a_row_that_was_changed_behind_the_portal()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        (await commands.RunAsync("audit", "verify")).Done("khớp");
        var id = Scalar(commands, "SELECT min(Id) FROM Projects");
        Scalar(commands, $"UPDATE Projects SET Code = 'KC-GIA' WHERE Id = {id}");
        (await commands.RunAsync("audit", "verify")).Refused(3, $"[Project {id}] đã bị sửa ngoài cổng");
        (await commands.RunAsync("audit", "verify", "--head", "sai")).Refused(2, "--head");
    }

    [Fact]
    public async Task A_backup_is_restored_whole_beside_what_was_there()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        var backup = commands.At("sao-luu");
        (await commands.RunAsync("backup", backup)).Done("Đã sao lưu");
        (await commands.RunAsync("backup", backup)).Refused(2, "đã có nội dung");
        Scalar(commands, "UPDATE Projects SET Code = 'KC-GIA' WHERE Id = (SELECT min(Id) FROM Projects)");

        (await commands.RunAsync("restore", backup)).Done("Dữ liệu trước đó nằm ở");

        Assert.Equal(0L, Scalar(commands, "SELECT count(*) FROM Projects WHERE Code = 'KC-GIA'"));
        var aside = Assert.Single(Directory.GetFiles(commands.Folder, "khuyencong.db.truoc-*"), f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal));
        Assert.Equal(1L, Scalar(aside, "SELECT count(*) FROM Projects WHERE Code = 'KC-GIA'"));
        (await commands.RunAsync("audit", "verify")).Done("khớp");
    }

    [Fact]
    public async Task A_backup_that_is_broken_or_none_is_not_restored_and_the_database_stays()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        var backup = commands.At("sao-luu");
        (await commands.RunAsync("backup", backup)).Done("Đã sao lưu");
        await File.AppendAllTextAsync(Path.Combine(backup, "khuyencong.db"), "x", TestContext.Current.CancellationToken);
        (await commands.RunAsync("restore", backup)).Refused(1, "bản sao lưu hỏng, thiếu hoặc sai tệp: khuyencong.db");
        (await commands.RunAsync("restore", commands.At("khong-co"))).Refused(1, "không phải bản sao lưu trọn vẹn");
        Assert.Empty(Directory.GetFiles(commands.Folder, "*.truoc-*"));
        Assert.Equal(24L, Scalar(commands, "SELECT count(*) FROM Projects p JOIN Plans l ON l.Id = p.PlanId WHERE l.Year = 2024 AND l.Tranche = 1"));
    }

    [Fact]
    public async Task Health_tells_a_portal_that_is_ready_from_none()
    {
        using var commands = new CommandLine();
        using var portal = await PortalFactory.StartAsync();
        portal.UseKestrel(0);
        portal.StartServer();
        (await commands.RunAsync("health", "--url", portal.ClientOptions.BaseAddress.ToString())).Done("Sẵn sàng.");
        (await commands.RunAsync("health", "--url", "http://127.0.0.1:1")).Refused(1, "Cổng không trả lời");
    }

    private static object? Scalar(CommandLine commands, string sql) => Scalar(commands.Database, sql);

    private static object? Scalar(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
