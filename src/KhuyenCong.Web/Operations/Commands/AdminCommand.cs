using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>
/// The operator's way to administrators: production starts without any account, and a lost one may have nobody who could
/// confirm its recovery. The password must be changed at the first sign-in.
/// </summary>
internal static class AdminCommand
{
    private static readonly Actor Operator = new(null, "Dòng lệnh quản trị", new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsManage });

    public static async Task<int> CreateAsync(IServiceProvider services, IConfiguration configuration, TextReader input, CancellationToken stop)
    {
        var password = await PasswordAsync(input, stop);
        await StartUp.MigrateAsync(services, stop);
        await StartUp.SeedReferenceAsync(services, stop);
        await using var scope = services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<OperatorAccountService>().CreateAsync(
            Operator,
            new NewAccount
            {
                Email = configuration["email"], FullName = configuration["name"], Position = configuration["position"],
                Roles = [Role.Administrator], Reason = "Lệnh admin create trên máy chủ",
            },
            password, mustChange: true, stop);
        return Tell(result, "Đã tạo tài khoản quản trị. Mật khẩu phải đổi ở lần đăng nhập đầu tiên.");
    }

    public static async Task<int> ResetAsync(IServiceProvider services, IConfiguration configuration, TextReader input, CancellationToken stop)
    {
        var password = await PasswordAsync(input, stop);
        await using var scope = services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<OperatorAccountService>().ResetAdministratorAsync(
            Operator, configuration["email"], password, configuration["reason"], stop);
        if (result.Outcome == Outcome.NotFound)
        {
            await Console.Error.WriteLineAsync("Không có tài khoản nào có địa chỉ này mà chỉ giữ vai trò Quản trị. Tài khoản khác được cấp lại ngay trên cổng, có người thứ hai xác nhận.");
            return 1;
        }

        return Tell(result, "Đã đặt mật khẩu tạm, bỏ các cách xác thực hai lớp và mở khóa. Mật khẩu phải đổi ở lần đăng nhập đầu tiên.");
    }

    private static async Task<string?> PasswordAsync(TextReader input, CancellationToken stop)
    {
        if (Environment.GetEnvironmentVariable("KHUYENCONG_ADMIN_PASSWORD") is { Length: > 0 } given) return given;
        Console.Write("Mật khẩu: ");
        var typed = await input.ReadLineAsync(stop);
        Console.WriteLine();
        return typed;
    }

    private static int Tell(Result result, string done)
    {
        if (result.IsDone)
        {
            Console.WriteLine(done);
            return 0;
        }

        foreach (var error in result.Errors) Console.Error.WriteLine(error.Message);
        foreach (var refusal in result.Refusals) Console.Error.WriteLine(RefusalText.Of(refusal));
        return result.Outcome == Outcome.Invalid ? PortalCommand.Misused : 1;
    }
}
