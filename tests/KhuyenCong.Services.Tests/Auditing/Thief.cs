using KhuyenCong.TestSupport;
using Microsoft.Data.Sqlite;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>Somebody with the database, but without the key: writes into it by SQL, past every rule, and can undo it all.</summary>
internal sealed class Thief : IAsyncDisposable
{
    private readonly SqliteConnection _pristine = new($"Data Source=drill-{Guid.NewGuid():N};Mode=Memory;Cache=Shared");
    private readonly SqliteConnection _database;

    private Thief(string connectionString) => _database = new SqliteConnection(connectionString);

    /// <summary>Remembers the database as it stands.</summary>
    public static async Task<Thief> EnterAsync(TestPortal portal)
    {
        var thief = new Thief(portal.ConnectionString);
        await thief._database.OpenAsync();
        await thief.RunAsync("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF");
        await thief._pristine.OpenAsync();
        thief._database.BackupDatabase(thief._pristine);
        return thief;
    }

    /// <summary>Puts the database back as it was.</summary>
    public void Restore() => _pristine.BackupDatabase(_database);

    /// <returns>How many rows were written.</returns>
    public async Task<int> RunAsync(string sql)
    {
        await using var command = _database.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The values of the first row, or null.</summary>
    public async Task<object[]?> FirstAsync(string sql)
    {
        await using var command = _database.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return null;
        var values = new object[reader.FieldCount];
        reader.GetValues(values);
        return values;
    }

    public async Task<List<string>> ColumnsAsync(string table)
    {
        await using var command = _database.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> names = [];
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>An expression that is never what the column holds; sometimes what no program would write.</summary>
    public static string Lie(string column, Random random) => random.Next(3) switch
    {
        0 => $"CASE WHEN \"{column}\" IS NULL THEN 1 WHEN typeof(\"{column}\") = 'integer' THEN \"{column}\" + 1 ELSE \"{column}\" || 'x' END",
        1 => $"CASE WHEN \"{column}\" IS 'rác' THEN 'khác' ELSE 'rác' END",
        _ => $"CASE WHEN \"{column}\" IS 9000000000000000000 THEN 1 ELSE 9000000000000000000 END",
    };

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _pristine.DisposeAsync();
    }
}
