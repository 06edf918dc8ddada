using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>A command of the same program, such as "migrate"; none starts the web server.</summary>
internal sealed class PortalCommand
{
    /// <summary>The exit code of a command that is not known or not complete.</summary>
    public const int Misused = 2;

    private const string HelpText = """
        Cổng khuyến công. Không có lệnh: chạy cổng.

          migrate                      cập nhật cơ sở dữ liệu và dữ liệu nền
          admin create --email <địa chỉ> --name <họ tên>
                                       tạo tài khoản quản trị; mật khẩu lấy từ biến
                                       KHUYENCONG_ADMIN_PASSWORD hoặc dòng nhập đầu tiên,
                                       phải đổi ở lần đăng nhập đầu
          admin reset --email <địa chỉ> --reason <lý do>
                                       đặt mật khẩu tạm, bỏ xác thực hai lớp, mở khóa cho một
                                       quản trị khi không còn quản trị nào khác xác nhận được
          audit verify [--head <số:mã>]
                                       kiểm tra nhật ký và dữ liệu; mã thoát 3 khi có sai lệch
          seed demo                    nạp dữ liệu minh họa (cần Demo:Enabled=true)
          backup <thư mục>             sao lưu cơ sở dữ liệu SQLite và kho tệp, khôi phục thử
          backup --to <thư mục> [--keep-daily 7] [--keep-weekly 4]
                                       như trên, mỗi lần một thư mục con, bỏ bớt bản cũ
          backup verify <thư mục>      khôi phục thử và kiểm tra một bản; mã thoát 3 khi không dùng được
          restore <thư mục>            khôi phục từ bản sao lưu; dừng cổng trước khi chạy
          health [--url <địa chỉ>]     hỏi /healthz/ready của cổng đang chạy
          help                         hướng dẫn này

        Mã thoát: 0 xong, 1 lỗi, 2 lệnh sai, 3 kiểm tra thấy sai lệch.
        """;

    private PortalCommand(string[] words, string[] hostArguments)
    {
        Words = words;
        HostArguments = hostArguments;
    }

    /// <summary>The command's words before its options.</summary>
    public string[] Words { get; }

    /// <summary>Options, which are configuration keys too.</summary>
    public string[] HostArguments { get; }

    public bool IsGiven => Words.Length > 0;

    public bool NeedsNoHost => Words is ["health"] or ["help"] || (Words.Length == 0 && HostArguments is ["--help"] or ["-h"]);

    public static PortalCommand Of(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-') && !a.Contains('=', StringComparison.Ordinal)).ToArray();
        return new PortalCommand(words, args[words.Length..]);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> RunAloneAsync()
    {
        if (Words is ["health"]) return await HealthCommand.RunAsync(HostArguments);
        Console.WriteLine(HelpText);
        return 0;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        var code = await ChooseAsync(services, stop);
        // The folder of a backup is left out: its name may be anything.
        services.GetRequiredService<SecurityLog>().Command(string.Join(' ', Words.Take(Words[0] is "backup" or "restore" ? 1 : 2)), code);
        return code;
    }

    private async Task<int> ChooseAsync(IServiceProvider services, CancellationToken stop)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        switch (Words)
        {
            case ["migrate"]:
                await StartUp.MigrateAsync(services, stop);
                await StartUp.SeedReferenceAsync(services, stop);
                Console.WriteLine("Đã cập nhật cơ sở dữ liệu.");
                return 0;
            case ["admin", "create"]: return await AdminCommand.CreateAsync(services, configuration, Console.In, stop);
            case ["admin", "reset"]: return await AdminCommand.ResetAsync(services, configuration, Console.In, stop);
            case ["audit", "verify"]: return await AuditCommand.VerifyAsync(services, configuration["head"], stop);
            case ["seed", "demo"]: return await SeedDemoAsync(services, stop);
            case ["backup", "verify", var folder]: return await BackupCommand.VerifyAsync(services, folder, HostArguments, stop);
            case ["backup"] when configuration["to"] is not null: return await BackupCommand.RotateAsync(services, configuration, HostArguments, stop);
            case ["backup", var folder] when folder != "verify": return await BackupCommand.BackupAsync(services, folder, HostArguments, stop);
            case ["restore", var folder]: return await RestoreCommand.RestoreAsync(services, folder, stop);
            default:
                Console.Error.WriteLine($"Không có lệnh «{string.Join(' ', Words)}».");
                Console.Error.WriteLine(HelpText);
                return Misused;
        }
    }

    private static async Task<int> SeedDemoAsync(IServiceProvider services, CancellationToken stop)
    {
        if (!services.GetRequiredService<PortalSettings>().DemoEnabled)
        {
            Console.Error.WriteLine("Dữ liệu minh họa đang tắt. Đặt Demo:Enabled=true rồi chạy lại; không làm vậy trên dữ liệu thật.");
            return Misused;
        }

        await StartUp.MigrateAsync(services, stop);
        await StartUp.SeedReferenceAsync(services, stop);
        await StartUp.SeedDemoAsync(services, stop);
        Console.WriteLine("Đã nạp dữ liệu minh họa.");
        return 0;
    }
}
