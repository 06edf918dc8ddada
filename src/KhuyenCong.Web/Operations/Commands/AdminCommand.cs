using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Makes an administrator: production starts without any account.</summary>
internal static class AdminCommand
{
    public static async Task<int> CreateAsync(IServiceProvider services, IConfiguration configuration, TextReader input, CancellationToken stop)
    {
        var password = Environment.GetEnvironmentVariable("KHUYENCONG_ADMIN_PASSWORD");
        if (string.IsNullOrEmpty(password))
        {
            Console.Write("Mật khẩu: ");
            password = await input.ReadLineAsync(stop);
            Console.WriteLine();
        }

        await StartUp.MigrateAsync(services, stop);
        await StartUp.SeedReferenceAsync(services, stop);
        await using var scope = services.CreateAsyncScope();
        var operatorActor = new Actor(null, "Dòng lệnh quản trị", new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsManage });
        var result = await scope.ServiceProvider.GetRequiredService<AccountService>().CreateAsync(
            operatorActor,
            new NewAccount
            {
                Email = configuration["email"], FullName = configuration["name"], Position = configuration["position"],
                Roles = [Role.Administrator], Password = password,
            },
            stop);
        if (result.IsDone)
        {
            Console.WriteLine("Đã tạo tài khoản quản trị.");
            return 0;
        }

        foreach (var error in result.Errors) Console.Error.WriteLine(error.Message);
        foreach (var refusal in result.Refusals) Console.Error.WriteLine(RefusalText.Of(refusal));
        return result.Outcome == Outcome.Invalid ? PortalCommand.Misused : 1;
    }
}
