namespace KhuyenCong.Data.Auditing;

/// <summary>How each provider's catalogue is asked; the same seven columns.</summary>
public static partial class StoreCatalogue
{
    private const string Sqlite = """
        WITH t AS (SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\')
        SELECT 'column', t.name, c.name, NULL, NOT c."notnull", NULL, c.type FROM t JOIN pragma_table_info(t.name) c
        UNION ALL
        SELECT 'key', t.name, NULL, (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)), NULL, NULL, NULL FROM t
        UNION ALL
        SELECT 'index', t.name, i.name, (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)), i."unique", i.partial, NULL
        FROM t JOIN pragma_index_list(t.name) i WHERE i.origin <> 'pk'
        UNION ALL
        SELECT 'link', name, target, sources, NULL, NULL, targets FROM (
          SELECT t.name AS name, f."table" AS target, group_concat(f."from", ',') AS sources, group_concat(f."to", ',') AS targets
          FROM t JOIN pragma_foreign_key_list(t.name) f GROUP BY t.name, f.id)
        UNION ALL
        SELECT 'table', name, NULL, NULL, NULL, NULL, sql FROM t
        UNION ALL
        SELECT type, name, name, NULL, NULL, NULL, NULL FROM sqlite_master WHERE type NOT IN ('table', 'index')
        """;

    /// <summary>Asked on SQL Server; checked there only by a parser.</summary>
    public const string SqlServer = """
        SELECT 'column', t.name, c.name, NULL, c.is_nullable, NULL, '' FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id
        UNION ALL
        SELECT CASE WHEN i.is_primary_key = 1 THEN 'key' ELSE 'index' END, t.name, i.name,
          (SELECT STRING_AGG(c.name, ',') WITHIN GROUP (ORDER BY k.key_ordinal) FROM sys.index_columns k JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
           WHERE k.object_id = i.object_id AND k.index_id = i.index_id AND k.is_included_column = 0),
          i.is_unique, i.has_filter, NULL
        FROM sys.tables t JOIN sys.indexes i ON i.object_id = t.object_id WHERE i.type > 0 AND i.is_disabled = 0
        UNION ALL
        SELECT 'link', t.name, p.name,
          (SELECT STRING_AGG(c.name, ',') WITHIN GROUP (ORDER BY k.constraint_column_id) FROM sys.foreign_key_columns k JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
           WHERE k.constraint_object_id = f.object_id),
          NULL, NULL,
          (SELECT STRING_AGG(c.name, ',') WITHIN GROUP (ORDER BY k.constraint_column_id) FROM sys.foreign_key_columns k JOIN sys.columns c ON c.object_id = k.referenced_object_id AND c.column_id = k.referenced_column_id
           WHERE k.constraint_object_id = f.object_id)
        FROM sys.foreign_keys f JOIN sys.tables t ON t.object_id = f.parent_object_id JOIN sys.tables p ON p.object_id = f.referenced_object_id WHERE f.is_disabled = 0
        UNION ALL
        SELECT 'check', t.name, c.name, NULL, CASE WHEN c.is_disabled = 1 OR c.is_not_trusted = 1 THEN 1 ELSE 0 END, NULL, NULL FROM sys.check_constraints c JOIN sys.tables t ON t.object_id = c.parent_object_id
        UNION ALL
        SELECT 'trigger', COALESCE(OBJECT_NAME(r.parent_id), r.name), r.name, NULL, NULL, NULL, NULL FROM sys.triggers r
        UNION ALL
        SELECT 'view', v.name, v.name, NULL, NULL, NULL, NULL FROM sys.views v
        """;
}
