using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace KhuyenCong.Architecture.Tests.Database;

/// <summary>What SQL Server refuses and SQLite never minds. Each rule returns the breaches it found.</summary>
internal static partial class ModelRules
{
    public const int ClusteredKeyBytes = 900;
    public const int IndexKeyBytes = 1700;

    /// <summary>SQL Server error 1785: a delete may reach a table by one way only, and never come back.</summary>
    public static IEnumerable<string> CascadePaths(IModel model) =>
        model.GetEntityTypes().SelectMany(root => Reached(root, [root])
            .GroupBy(path => path[^1])
            .Where(paths => paths.Count() > 1 || paths.Key == root)
            .Select(paths => $"{root.ShortName()} ⇒ {paths.Key.ShortName()}: {string.Join(" | ", paths.Select(p => string.Join(" → ", p.Select(t => t.ShortName()))))}"));

    /// <summary>Keys that are too wide for SQL Server, or have a column without limit.</summary>
    public static IEnumerable<string> WideKeys(IModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            foreach (var key in type.GetKeys())
            {
                var clustered = key.IsClustered() ?? key.IsPrimaryKey();
                if (Fault(key.Properties, clustered) is { } fault) yield return $"{type.ShortName()} key ({Columns(key.Properties)}): {fault}";
            }

            foreach (var index in type.GetIndexes())
            {
                if (Fault(index.Properties, index.IsClustered() ?? false) is { } fault) yield return $"{type.ShortName()} index ({Columns(index.Properties)}): {fault}";
            }
        }
    }

    /// <summary>SQL that people wrote into the model, which each provider copies as it stands.</summary>
    public static IEnumerable<string> ForeignSql(IModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            foreach (var check in type.GetCheckConstraints())
            {
                foreach (var fault in ConditionFaults(check.Sql)) yield return $"{check.Name}: {fault}";
            }

            foreach (var index in type.GetIndexes().Where(i => i.GetFilter() is not null))
            {
                foreach (var fault in ConditionFaults(index.GetFilter()!)) yield return $"{type.ShortName()} index ({Columns(index.Properties)}): {fault}";
            }

            foreach (var property in type.GetProperties())
            {
                foreach (var sql in new[] { property.GetDefaultValueSql(), property.GetComputedColumnSql() }.OfType<string>())
                {
                    foreach (var fault in ConditionFaults($"({sql}) IS NOT NULL")) yield return $"{type.ShortName()}.{property.Name}: {fault}";
                }
            }
        }
    }

    private static IEnumerable<List<IEntityType>> Reached(IEntityType from, List<IEntityType> path)
    {
        foreach (var key in from.GetReferencingForeignKeys().Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
        {
            List<IEntityType> further = [.. path, key.DeclaringEntityType];
            yield return further;
            if (path.Contains(key.DeclaringEntityType)) continue;
            foreach (var beyond in Reached(key.DeclaringEntityType, further)) yield return beyond;
        }
    }

    private static string? Fault(IReadOnlyList<IProperty> columns, bool clustered)
    {
        var total = 0;
        foreach (var column in columns)
        {
            if (Bytes(column.GetColumnType()) is not { } bytes) return $"{column.Name} is {column.GetColumnType()}";
            total += bytes;
        }

        var most = clustered ? ClusteredKeyBytes : IndexKeyBytes;
        return total > most ? $"{total} bytes, at most {most}" : null;
    }

    /// <summary>The most bytes that a column takes in a key; null when it has no limit.</summary>
    private static int? Bytes(string columnType)
    {
        var type = ColumnType().Match(columnType);
        var name = type.Groups["name"].Value;
        if (type.Groups["size"].Value == "max" || name is "xml" or "text" or "ntext" or "image") return null;
        var size = type.Groups["size"].Length == 0 ? 0 : int.Parse(type.Groups["size"].Value, CultureInfo.InvariantCulture);
        return name switch
        {
            "nvarchar" or "nchar" => 2 * size,
            "varchar" or "char" or "varbinary" or "binary" => size,
            "uniqueidentifier" => 16,
            "datetimeoffset" => 10,
            "bigint" or "datetime2" or "datetime" or "float" => 8,
            "int" or "real" => 4,
            "date" => 3,
            "smallint" => 2,
            "bit" or "tinyint" => 1,
            _ => throw new NotSupportedException($"How wide is {columnType} in a key?"),
        };
    }

    private static IEnumerable<string> ConditionFaults(string sql)
    {
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).ParseBooleanExpression(reader, out var errors);
        foreach (var error in errors) yield return $"«{sql}»: {error.Message}";
        foreach (Match match in OnlySqlite().Matches(sql)) yield return $"«{sql}»: {match.Value} is SQLite's own";
    }

    private static string Columns(IReadOnlyList<IProperty> columns) => string.Join(", ", columns.Select(c => c.Name));

    [GeneratedRegex(@"^(?<name>\w+)(\((?<size>max|\d+)(,\d+)?\))?$", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex ColumnType();

    [GeneratedRegex(@"\b(strftime|julianday|datetime|unixepoch|length|substr|ifnull|printf|typeof|instr|random|randomblob|hex|total|group_concat|glob|regexp|like\s*\()\s*\(?|\|\||==|\btrue\b|\bfalse\b|`", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OnlySqlite();
}
