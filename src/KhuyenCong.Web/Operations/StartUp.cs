using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Seeding;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Operations;

/// <summary>What happens before the first request: migrations, seeding, the notice on the console.</summary>
internal static class StartUp
{
    /// <summary>Migrates and seeds; two nodes may start together, since EF migrates under its own lock and seeding is idempotent.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken stop)
    {
        await MigrateAsync(app.Services, stop);
        await SeedReferenceAsync(app.Services, stop);
        if (app.Services.GetRequiredService<PortalSettings>().DemoEnabled) await SeedDemoAsync(app.Services, stop);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    public static async Task MigrateAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.Database.MigrateAsync(stop);
        // Readers go on while a writer writes; the setting stays in the file.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
    }

    public static async Task SeedReferenceAsync(IServiceProvider services, CancellationToken stop) =>
        Tell(await services.GetRequiredService<ReferenceSeeder>().SeedAsync(stop));

    public static async Task SeedDemoAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<PortalSettings>();
        Tell(await scope.ServiceProvider.GetRequiredService<DemoAccountsService>().SeedAsync(settings.DemoPassword, stop));
        var clock = services.GetService<DemoClock>();
        try
        {
            // On the real clock (Demo:Today empty) the story is written as of now.
            var stage = new DemoStage(services.GetRequiredService<IServiceScopeFactory>(), OpenDemoFile, moment => clock?.Set(moment));
            var outcome = await services.GetRequiredService<DemoSeeder>().SeedAsync(stage, stop);
            if (outcome == DemoOutcome.Incomplete) Console.WriteLine("CẢNH BÁO: dữ liệu minh họa dở dang vì lần khởi động trước bị ngắt. Dừng cổng, xóa thư mục App_Data rồi chạy lại.");
        }
        finally
        {
            clock?.Resume();
        }
    }

    // Written as an alarm and logged already; the start goes on, so that the administrators can see it.
    private static void Tell(IReadOnlyList<BrokenSeal> gone)
    {
        foreach (var row in gone) Console.WriteLine($"BÁO ĐỘNG: {AuditText.Of(row.Kind)}: {EntityText.Of(row.Entity)} [{row.Entity} {row.Key}]. Cổng không nạp lại dòng này; xem «Kiểm tra toàn vẹn».");
    }

    private static FileStream OpenDemoFile(string name) => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", name));

    private static void Announce(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PortalSettings>();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        foreach (var address in addresses) Console.WriteLine($"Cổng khuyến công: {address}");
        if (app.Environment.IsProduction() && addresses.Any(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
        {
            Console.WriteLine("CẢNH BÁO: cổng đang nghe http thường. Cookie đăng nhập chỉ đi qua https: đặt máy chủ TLS phía trước và khai báo Proxy:Known, hoặc cấp chứng thư cho Kestrel.");
        }

        if (!settings.DemoEnabled) return;
        Console.WriteLine($"Dữ liệu minh họa. Tài khoản dùng thử (mật khẩu {settings.DemoPassword}):");
        foreach (var account in DemoAccount.All) Console.WriteLine($"  {account.Email,-24} {account.RoleTitles}");
        Console.WriteLine();
    }
}
