using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Data.SqlServer;
using KhuyenCong.Web.Operations;
using Microsoft.Data.Sqlite;
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
        // A person waits for another's write this long, then for an answer that says so.
        var wait = configuration.GetValue("Database:LockWaitSeconds", 4);
        Action<DbContextOptionsBuilder> use = provider switch
        {
            SqliteSetup.ProviderName => options => options.UsePortalSqlite(SqliteConnection(configuration, contentRoot), wait),
            SqlServerSetup.ProviderName => options => options.UsePortalSqlServer(
                configuration.GetConnectionString("KhuyenCong") ?? throw new InvalidOperationException("Thiếu ConnectionStrings:KhuyenCong cho SqlServer."),
                timeout, batch),
            _ => throw new InvalidOperationException($"Database:Provider «{provider}» không hợp lệ; dùng Sqlite hoặc SqlServer."),
        };
        return services.AddDbContextFactory<AppDbContext>((provided, options) =>
        {
            use(options);
            options.AddInterceptors(provided.GetRequiredService<DatabaseGuard>());
        });
    }

    /// <summary>The connection string of the embedded database; it opens what is there, and makes nothing in place of what is lost.</summary>
    public static string SqliteConnection(IConfiguration configuration, string contentRoot)
    {
        var given = configuration.GetConnectionString("KhuyenCong");
        var connection = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(given) ? $"Data Source={Path.Combine(contentRoot, "App_Data", "khuyencong.db")}" : given);
        if (connection.Mode == SqliteOpenMode.ReadWriteCreate && SqlitePlace.Of(connection.ToString()) is not null) connection.Mode = SqliteOpenMode.ReadWrite;
        return connection.ToString();
    }
}
