using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// The schema as the model has it, and as the database's own catalogue tells it: tables, columns, keys, indexes,
/// constraints, and what must not be there at all (triggers, views).
/// </summary>
public static partial class StoreCatalogue
{
    private static readonly string[] Own = ["__EFMigrationsHistory", "__EFMigrationsLock"];

    /// <summary>What ought to be there.</summary>
    public static HashSet<StoreObject> Expected(AppDbContext db)
    {
        var isSqlite = IsSqlite(db);
        HashSet<StoreObject> expected = [];
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            void Add(string described) => expected.Add(new StoreObject(table.Name, described));
            foreach (var column in table.Columns) Add(Column(column.Name, isSqlite ? column.StoreType : string.Empty, column.IsNullable));
            if (table.PrimaryKey is { } key) Add(Key(key.Columns.Select(c => c.Name)));
            foreach (var index in table.Indexes) Add(Index(index.Name, index.Columns.Select(c => c.Name), index.IsUnique, index.Filter is not null));
            foreach (var unique in table.UniqueConstraints.Where(u => u != table.PrimaryKey)) Add(Index(unique.Name, unique.Columns.Select(c => c.Name), true, false));
            foreach (var link in table.ForeignKeyConstraints) Add(Link(link.Columns.Select(c => c.Name), link.PrincipalTable.Name, link.PrincipalColumns.Select(c => c.Name)));
            foreach (var check in table.CheckConstraints) Add(Check(check.Name!, isSqlite ? check.Sql : string.Empty));
        }

        return expected;
    }

    /// <summary>What is there.</summary>
    public static async Task<HashSet<StoreObject>> ActualAsync(AppDbContext db, CancellationToken stop)
    {
        HashSet<StoreObject> actual = [];
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var isSqlite = IsSqlite(db);
#pragma warning disable CA2100 // Constants.
        command.CommandText = isSqlite ? Sqlite : SqlServer;
#pragma warning restore CA2100
        await using (var reader = await command.ExecuteReaderAsync(stop))
        {
            while (await reader.ReadAsync(stop)) Take(actual, reader, isSqlite);
        }

        return [.. actual.Where(o => !Own.Contains(o.Table, StringComparer.Ordinal))];
    }

    private static bool IsSqlite(AppDbContext db) => db.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    // Each row: kind, table, name, columns joined by commas, flag, flag, text.
    private static void Take(HashSet<StoreObject> actual, DbDataReader reader, bool isSqlite)
    {
        string Text(int at) => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) ?? string.Empty;
        bool Flag(int at) => Text(at) is "1" or "True";
        var table = Text(1);
        void Add(string described) => actual.Add(new StoreObject(table, described));
        switch (Text(0))
        {
            case "column": Add(Column(Text(2), Text(6), Flag(4))); break;
            case "key": Add(Key(Text(3).Split(','))); break;
            case "index": Add(Index(Text(2), Text(3).Split(','), Flag(4), Flag(5))); break;
            case "link": Add(Link(Text(3).Split(','), Text(2), Text(6).Split(','))); break;
            case "check" when !isSqlite: Add(Check(Text(2), string.Empty) + (Flag(4) ? " (tắt)" : string.Empty)); break;
            case "table":
                foreach (Match check in Checks().Matches(Text(6))) Add(Check(check.Groups["name"].Value, check.Groups["sql"].Value));
                break;
            default: Add($"{Text(0)} «{Text(2)}»"); break;
        }
    }

    private static string Column(string name, string type, bool isNullable) => $"cột «{name}» {type}{(isNullable ? string.Empty : " NOT NULL")}";

    private static string Key(IEnumerable<string> columns) => $"khóa chính ({string.Join(',', columns)})";

    private static string Index(string name, IEnumerable<string> columns, bool isUnique, bool isPartial) =>
        $"chỉ mục «{name}» ({string.Join(',', columns)}){(isUnique ? " UNIQUE" : string.Empty)}{(isPartial ? " WHERE" : string.Empty)}";

    private static string Link(IEnumerable<string> columns, string to, IEnumerable<string> keys) => $"khóa ngoại ({string.Join(',', columns)}) → {to} ({string.Join(',', keys)})";

    private static string Check(string name, string sql) => $"ràng buộc «{name}»{(sql.Length == 0 ? string.Empty : ": " + sql.Trim())}";

    [GeneratedRegex("""CONSTRAINT "(?<name>[^"]+)" CHECK \((?<sql>.*)\)\s*,?\s*$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Checks();
}
