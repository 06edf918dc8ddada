using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Data.SqlServer;
using KhuyenCong.Web.Operations.Watch;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Security;

/// <summary>Chooses the database from configuration: Database:Provider and ConnectionStrings:KhuyenCong.</summary>
public static class DatabaseSetup
{
    /// <exception cref="InvalidOperationException">The provider is neither Sqlite nor SqlServer: the start stops.</exception>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var provider = configuration["Database:Provider"] ?? SqliteSetup.ProviderName;
        var timeout = configuration.GetValue("Database:CommandTimeoutSeconds", 30);
        var batch = configuration.GetValue<int?>("Database:MaxBatchSize");
        Action<DbContextOptionsBuilder> use = provider switch
        {
            SqliteSetup.ProviderName => options => options.UsePortalSqlite(SqliteConnection(configuration, contentRoot), timeout),
            SqlServerSetup.ProviderName => options => options.UsePortalSqlServer(
                configuration.GetConnectionString("KhuyenCong") ?? throw new InvalidOperationException("Thiếu ConnectionStrings:KhuyenCong cho SqlServer."),
                timeout, batch),
            _ => throw new InvalidOperationException($"Database:Provider «{provider}» không hợp lệ; dùng Sqlite hoặc SqlServer."),
        };
        return services.AddDbContextFactory<AppDbContext>((provider, options) =>
        {
            use(options);
            options.AddInterceptors(provider.GetRequiredService<DatabaseWatch>(), provider.GetRequiredService<AlarmWatch>());
        });
    }

    private static string SqliteConnection(IConfiguration configuration, string contentRoot)
    {
        var given = configuration.GetConnectionString("KhuyenCong");
        if (!string.IsNullOrWhiteSpace(given)) return given;
        var folder = Path.Combine(contentRoot, "App_Data");
        Directory.CreateDirectory(folder);
        return $"Data Source={Path.Combine(folder, "khuyencong.db")}";
    }
}
