using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Services.Seeding;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.TestSupport;

/// <summary>A fresh SQLite database in memory for each test, copied from a template that the migrations made.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<Task<SqliteConnection>> Template = new(MakeTemplateAsync);

    private readonly SqliteConnection _keepsItAlive;
    private string? _file;

    private TestDatabase(SqliteConnection keepsItAlive, string connectionString)
    {
        _keepsItAlive = keepsItAlive;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <summary>A database with the schema and the reference data.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        var (connection, connectionString) = await OpenAsync();
        lock (template) template.BackupDatabase(connection);
        return new TestDatabase(connection, connectionString);
    }

    /// <summary>What another test database in memory holds, once more.</summary>
    public static async Task<TestDatabase> CopyOfAsync(string other)
    {
        var (connection, connectionString) = await OpenAsync();
        await using var from = new SqliteConnection(other);
        await from.OpenAsync();
        from.BackupDatabase(connection);
        return new TestDatabase(connection, connectionString);
    }

    /// <summary>The same in a file, as production keeps it: for tests of several writers at once.</summary>
    public static async Task<TestDatabase> CreateOnFileAsync()
    {
        var template = await Template.Value;
        var path = Path.Combine(Path.GetTempPath(), $"khuyencong-{Guid.NewGuid():N}.db");
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        lock (template) template.BackupDatabase(connection);
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync();
        }

        // Closed, so that whoever opens it first after a crash mends it.
        await connection.CloseAsync();
        return new TestDatabase(connection, $"Data Source={path};Pooling=False") { _file = path };
    }

    public void Dispose()
    {
        _keepsItAlive.Dispose();
        if (_file is null) return;
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" }) File.Delete(file);
    }

    private static async Task<SqliteConnection> MakeTemplateAsync()
    {
        var (connection, connectionString) = await OpenAsync();
        var factory = new Contexts(connectionString);
        await using (var db = factory.CreateDbContext()) await db.Database.MigrateAsync();
        await new ReferenceSeeder(factory).SeedAsync(CancellationToken.None);
        return connection;
    }

    private static async Task<(SqliteConnection Connection, string ConnectionString)> OpenAsync()
    {
        var connectionString = $"Data Source=test-{Guid.NewGuid():N};Mode=Memory;Cache=Shared";
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        return (connection, connectionString);
    }

    private sealed class Contexts(string connectionString) : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<AppDbContext>();
            options.UsePortalSqlite(connectionString);
            return new AppDbContext(options.Options, TestPortal.Seal, TimeProvider.System);
        }
    }
}
