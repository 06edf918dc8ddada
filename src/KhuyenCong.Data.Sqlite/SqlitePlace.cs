using Microsoft.Data.Sqlite;

namespace KhuyenCong.Data.Sqlite;

/// <summary>Where an SQLite database lies on the disk.</summary>
public static class SqlitePlace
{
    /// <summary>The full path of the database's file; null for one in memory.</summary>
    public static string? Of(string? connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        var isElsewhere = connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:"
            || connection.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        return isElsewhere ? null : Path.GetFullPath(connection.DataSource);
    }
}
