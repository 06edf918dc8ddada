using System.Data.Common;
using KhuyenCong.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhuyenCong.Web.Operations;

/// <summary>
/// Stands at every transaction: none begins once the database's file is no longer the one the portal was started on.
/// Remembers when SQLite met a broken page. Does nothing on SQL Server and in memory.
/// </summary>
internal sealed class DatabaseGuard : IDbTransactionInterceptor, IDbCommandInterceptor, IDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private HeldDatabase? _held;
    private string? _place;

    /// <summary>True when the file was removed or exchanged.</summary>
    public bool IsGone => _held is { HasMoved: true };

    /// <summary>True once a command met a broken page, until the portal is started anew.</summary>
    public bool IsCorrupt { get; private set; }

    /// <summary>Watches a file from now on.</summary>
    public void Hold(string place)
    {
        _held ??= new HeldDatabase(place);
        _place = place;
    }

    /// <summary>Reads the schema and the newest entry past every cache; a broken file throws.</summary>
    /// <exception cref="SqliteException">The file is broken or cannot be read.</exception>
    public void Probe() => Ask("SELECT (SELECT count(*) FROM sqlite_schema) + (SELECT ifnull(max(Number), 0) FROM AuditEntries)");

    /// <summary>Walks the whole file; takes seconds for each gigabyte, while readers and writers go on.</summary>
    public void WalkThrough()
    {
        if (Ask("PRAGMA quick_check(1)") is string and not "ok") IsCorrupt = true;
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        Require();
        return ValueTask.FromResult(result);
    }

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Require();
        return result;
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Note(eventData.Exception);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(eventData.Exception);
        return Task.CompletedTask;
    }

    public void Dispose() => _held?.Dispose();

    private void Require()
    {
        if (IsGone) throw new DatabaseGoneException();
    }

    private void Note(Exception failure)
    {
        if (failure is SqliteException { SqliteErrorCode: Corrupt or NotADatabase }) IsCorrupt = true;
    }

    private object? Ask(string sql)
    {
        if (_place is null) return null;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _place, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar();
        }
        catch (SqliteException failure)
        {
            Note(failure);
            throw;
        }
    }
}
