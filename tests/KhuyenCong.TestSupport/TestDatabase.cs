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

    // While code is altered each alteration is a process of its own, and none of them alters the schema or the seeding.
    private static readonly string Kept = Path.Combine(AppContext.BaseDirectory, "template.db");

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
        if (MutationRun.IsOn && File.Exists(Kept))
        {
            await using var kept = new SqliteConnection($"Data Source={Kept};Mode=ReadOnly;Pooling=False");
            await kept.OpenAsync();
            kept.BackupDatabase(connection);
            return connection;
        }

        var factory = new Contexts(connectionString);
        await using (var db = factory.CreateDbContext()) await db.Database.MigrateAsync();
        await new ReferenceSeeder(factory).SeedAsync(CancellationToken.None);
        if (MutationRun.IsOn) await KeepAsync(connection);
        return connection;
    }

    private static async Task KeepAsync(SqliteConnection template)
    {
        var made = $"{Kept}.{Guid.NewGuid():N}";
        await using (var file = new SqliteConnection($"Data Source={made};Pooling=False"))
        {
            await file.OpenAsync();
            template.BackupDatabase(file);
        }

        File.Move(made, Kept, overwrite: true);
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
