using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.SqlServer;

/// <summary>SQL Server, for production.</summary>
public static class SqlServerSetup
{
    public const string ProviderName = "SqlServer";

    /// <summary>Uses the database of a connection string, with its migrations.</summary>
    /// <remarks>No retrying strategy: it would run a transaction's body twice behind the save door's back.</remarks>
    public static DbContextOptionsBuilder UsePortalSqlServer(
        this DbContextOptionsBuilder options, string connectionString, int commandTimeoutSeconds = 30, int? maxBatchSize = null) =>
        options.UseSqlServer(connectionString, server =>
        {
            server
                .MigrationsAssembly(typeof(SqlServerSetup).Assembly.GetName().Name)
                .CommandTimeout(commandTimeoutSeconds)
                .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
            if (maxBatchSize is { } size) server.MaxBatchSize(size);
        });
}
