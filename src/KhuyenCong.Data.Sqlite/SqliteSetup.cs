using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhuyenCong.Data.Sqlite;

/// <summary>SQLite, the embedded default.</summary>
public static class SqliteSetup
{
    public const string ProviderName = "Sqlite";

    /// <summary>Uses the database of a connection string, with its migrations; foreign keys on, writers wait for each other.</summary>
    public static DbContextOptionsBuilder UsePortalSqlite(this DbContextOptionsBuilder options, string connectionString, int commandTimeoutSeconds = 30)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = commandTimeoutSeconds };
        return options.UseSqlite(
            connection.ToString(),
            sqlite => sqlite
                .MigrationsAssembly(typeof(SqliteSetup).Assembly.GetName().Name)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))

            // SQLite changes a table by making it anew, and that outside a transaction: start-up holds the migration lock meanwhile.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
    }
}
