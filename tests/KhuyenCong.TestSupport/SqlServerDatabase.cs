using KhuyenCong.Data;
using KhuyenCong.Data.SqlServer;
using KhuyenCong.Services.Seeding;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.TestSupport;

/// <summary>
/// A fresh database on a real SQL Server, dropped afterwards: where <see cref="Variable"/> holds a connection string whose
/// login may create databases, the service tests run there instead of on SQLite.
/// </summary>
public sealed class SqlServerDatabase : IDisposable
{
    public const string Variable = "KHUYENCONG_TEST_SQLSERVER";

    private SqlServerDatabase(string connectionString) => ConnectionString = connectionString;

    /// <summary>The server's connection string; null where none is at hand.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    public string ConnectionString { get; }

    /// <summary>A database with the schema and the reference data.</summary>
    public static async Task<SqlServerDatabase> CreateAsync(string server)
    {
        var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"KhuyenCongTest_{Guid.NewGuid():N}" };
        var database = new SqlServerDatabase(connection.ToString());
        await using (var db = database.Context()) await db.Database.MigrateAsync();
        await new ReferenceSeeder(new Contexts(database)).SeedAsync(CancellationToken.None);
        return database;
    }

    public void Dispose()
    {
        using var db = Context();
        db.Database.EnsureDeleted();
    }

    private AppDbContext Context()
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UsePortalSqlServer(ConnectionString);
        return new AppDbContext(options.Options, TestPortal.Seal, TimeProvider.System);
    }

    private sealed class Contexts(SqlServerDatabase database) : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => database.Context();
    }
}
