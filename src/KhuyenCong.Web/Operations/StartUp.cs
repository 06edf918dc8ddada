using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Seeding;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace KhuyenCong.Web.Operations;

/// <summary>What happens before the first request: migrations, seeding, the notice on the console.</summary>
internal static class StartUp
{
    /// <summary>Migrates and seeds; two nodes may start together, since one waits for the other's migrations and seeding is idempotent.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken stop)
    {
        PublicAddress.RequireHosts(app.Configuration, app.Environment);
        await MigrateAsync(app.Services, stop);
        await SeedReferenceAsync(app.Services, stop);
        if (app.Services.GetRequiredService<PortalSettings>().DemoEnabled) await SeedDemoAsync(app.Services, stop);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
    }

    /// <summary>Opens the database of this installation, brings it up to this version, and tells others that it is in use.</summary>
    /// <exception cref="StartException">The database is lost, is of a newer version, or cannot be brought up to this one.</exception>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var settings = services.GetRequiredService<PortalSettings>();
        var place = PlaceOf(db);
        using var start = place is null ? null : await PortalLock.StartAsync(place, Console.WriteLine, stop);
        await RequireNotLostAsync(db, settings, place, stop);
        // On SQL Server the portal's own login may change no table: it is asked to only where something is to be changed.
        if (place is not null) await SqliteMigration.RunAsync(db, place, Console.WriteLine, stop);
        else if ((await db.Database.GetPendingMigrationsAsync(stop)).Any()) await db.Database.MigrateAsync(stop);

        if (place is not null)
        {
            // Readers go on while a writer writes; the setting stays in the file.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", stop);
            services.GetRequiredService<RunningHold>().Take(place);
            services.GetRequiredService<DatabaseGuard>().Hold(place);
            PrivateFiles.Close(place, place + "-wal", place + "-shm", place + SqliteMigration.BeforeEnding);
        }

        await StoreMarker.SetAsync(settings.StorageRoot, $"{db.Database.ProviderName} {place ?? db.Database.GetDbConnection().Database}", stop);
        PrivateFiles.Close(settings.StorageRoot);
    }

    public static async Task SeedReferenceAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        // One after the other: the slower of two nodes would find the rows of the other and log what looks like trouble.
        var place = PlaceOf(scope.ServiceProvider.GetRequiredService<AppDbContext>());
        using var start = place is null ? null : await PortalLock.StartAsync(place, Console.WriteLine, stop);
        Tell(await services.GetRequiredService<ReferenceSeeder>().SeedAsync(stop));
    }

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
        foreach (var row in gone) Console.WriteLine($"CẢNH BÁO TOÀN VẸN: {AuditText.Of(row.Kind)}: {EntityText.Of(row.Entity)} [{row.Entity} {row.Key}]. Cổng không nạp lại dòng này; xem «Kiểm tra toàn vẹn».");
    }

    private static string? PlaceOf(AppDbContext db) => db.Database.IsSqlite() ? SqlitePlace.Of(db.Database.GetConnectionString()) : null;

    private static async Task RequireNotLostAsync(AppDbContext db, PortalSettings settings, string? place, CancellationToken stop)
    {
        var applied = await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(stop) ? (await db.Database.GetAppliedMigrationsAsync(stop)).ToList() : [];
        if (applied.Count == 0 && StoreMarker.IsIn(settings.StorageRoot))
        {
            throw new StartException(
                $"không thấy cơ sở dữ liệu {place ?? "của ConnectionStrings:KhuyenCong"}, trong khi kho tệp {settings.StorageRoot} cho biết đã từng có. Kiểm tra đường dẫn và ổ đĩa, hoặc khôi phục bằng «restore». "
                + $"Chỉ khi thật sự muốn bắt đầu lại từ đầu: chuyển kho tệp đi nơi khác, kể cả tệp {StoreMarker.FileName}.");
        }

        var unknown = applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) throw new StartException($"cơ sở dữ liệu thuộc một phiên bản mới hơn (có {unknown[^1]}). Chạy phiên bản đó, hoặc khôi phục bản sao lưu từ trước khi nâng cấp.");
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
            Console.WriteLine("CẢNH BÁO: cổng đang nghe http thường. Cookie đăng nhập chỉ đi qua https, nên yêu cầu http được trả lời bằng một trang giải thích: đặt máy chủ TLS phía trước và khai báo Proxy:Known, hoặc cấp chứng thư cho Kestrel.");
        }

        if (!settings.DemoEnabled) return;
        Console.WriteLine($"Dữ liệu minh họa. Tài khoản dùng thử (mật khẩu {settings.DemoPassword}):");
        foreach (var account in DemoAccount.All) Console.WriteLine($"  {account.Email,-24} {account.RoleTitles}");
        Console.WriteLine();
    }
}
