using System.Data.Common;
using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KhuyenCong.Data.Auditing;

/// <summary>Reads what is compared with its newest entries, several tables in one command.</summary>
public static partial class StoredRows
{
    /// <summary>Of each row the newest entry, with the hash of the entry before it, and the row itself unless it is gone; one command.</summary>
    /// <param name="db">The context.</param>
    /// <param name="keys">The rows' keys, by the entity's name in the trail.</param>
    /// <param name="tracked">The rows that are read too, by entity.</param>
    /// <param name="stop">Cancels.</param>
    internal static async Task<(List<(StoredRow Entry, string? HashBefore)> Newest, List<StoredRow> Rows)> ReadWithEntriesAsync(
        AppDbContext db, IEnumerable<IGrouping<string, string>> keys, IReadOnlyList<IGrouping<IEntityType, EntityEntry>> tracked, CancellationToken stop)
    {
        var trail = CanonicalShape.Of(db.Model.FindEntityType(typeof(AuditEntry))!);
        await using var command = Command(db, string.Empty);
#pragma warning disable CA2100 // Names of the model's own tables and columns, delimited; values are parameters.
        command.CommandText = string.Join(";\n", tracked.Select(group => Tracked(db, command, group)).Prepend(Newest(db, command, keys)));
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<(StoredRow, string?)> newest = [];
        while (await reader.ReadAsync(stop)) newest.Add((Row(reader, trail), reader.GetValue(trail.Columns.Count) as string));
        List<StoredRow> rows = [];
        foreach (var group in tracked) await AddNextAsync(reader, CanonicalShape.Of(group.Key), rows, stop);
        return (newest, rows);
    }

    /// <summary>The rows that are asked for; one command.</summary>
    internal static async Task<List<StoredRow>> ReadAsync(AppDbContext db, IReadOnlyList<SealedQuestion> questions, CancellationToken stop)
    {
        await using var command = Command(db, string.Empty);
#pragma warning disable CA2100 // As above.
        command.CommandText = string.Join(";\n", questions.Select(question => Asked(db, command, question)).Prepend("SELECT 0"));
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<StoredRow> rows = [];
        foreach (var question in questions) await AddNextAsync(reader, CanonicalShape.Of(TypeOf(db, question.Entity)), rows, stop);
        return rows;
    }

    private static async Task AddNextAsync(DbDataReader reader, CanonicalShape shape, List<StoredRow> rows, CancellationToken stop)
    {
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop)) rows.Add(Row(reader, shape));
    }

    private static IEntityType TypeOf(AppDbContext db, Type entity) => db.Model.FindEntityType(entity)!;

    private static string Asked(AppDbContext db, DbCommand command, SealedQuestion question)
    {
        var (type, sql) = (TypeOf(db, question.Entity), db.GetService<ISqlGenerationHelper>());
        string Named(IEntityType of, string property) => sql.DelimitIdentifier(CanonicalShape.Of(of).Columns[CanonicalShape.Of(of).PlaceOf(property)].Stored);
        var all = $"SELECT {Columns(sql, CanonicalShape.Of(type), null)} FROM {sql.DelimitIdentifier(CanonicalShape.Of(type).Table)}";
        if (question.By is null) return all;
        var value = Bind(command, type.FindProperty(question.By)!, question.Value);
        var wanted = $"{Named(type, question.By)} = {value}";
        if (question.OrAny is { } detour)
        {
            var via = TypeOf(db, detour.Entity);
            wanted += $" OR {Named(type, question.By)} IN (SELECT {Named(via, detour.Take)} FROM {sql.DelimitIdentifier(CanonicalShape.Of(via).Table)} WHERE {Named(via, detour.By)} = {value})";
        }

        return $"{all} WHERE {wanted}";
    }

    private static string Tracked(AppDbContext db, DbCommand command, IGrouping<IEntityType, EntityEntry> rows)
    {
        var (shape, sql, key) = (CanonicalShape.Of(rows.Key), db.GetService<ISqlGenerationHelper>(), rows.Key.FindPrimaryKey()!.Properties);
        string Value(IProperty property, EntityEntry entry) => Bind(command, property, entry.OriginalValues[property.Name]);
        string Named(IProperty property) => sql.DelimitIdentifier(shape.Columns[shape.PlaceOf(property.Name)].Stored);
        var wanted = key.Count == 1
            ? $"{Named(key[0])} IN ({string.Join(',', rows.Select(entry => Value(key[0], entry)))})"
            : string.Join(" OR ", rows.Select(entry => $"({string.Join(" AND ", key.Select(p => $"{Named(p)} = {Value(p, entry)}"))})"));
        return $"SELECT {Columns(sql, shape, null)} FROM {sql.DelimitIdentifier(shape.Table)} WHERE {wanted}";
    }

    // By the index on entity and key.
    private static string Newest(AppDbContext db, DbCommand command, IEnumerable<IGrouping<string, string>> keys)
    {
        var type = db.Model.FindEntityType(typeof(AuditEntry))!;
        var (shape, sql) = (CanonicalShape.Of(type), db.GetService<ISqlGenerationHelper>());
        var (table, number, hash) = (sql.DelimitIdentifier(shape.Table), sql.DelimitIdentifier(nameof(AuditEntry.Number)), sql.DelimitIdentifier(nameof(AuditEntry.Hash)));
        var (entity, entityKey) = (sql.DelimitIdentifier(nameof(AuditEntry.Entity)), sql.DelimitIdentifier(nameof(AuditEntry.EntityKey)));
        var newest = string.Join(" UNION ALL ", keys.Select(group =>
            $"SELECT MAX({number}) FROM {table} WHERE {entity} = {Bind(command, type.FindProperty(nameof(AuditEntry.Entity))!, group.Key)} AND {entityKey} IN "
            + $"({string.Join(',', group.Select(k => Bind(command, type.FindProperty(nameof(AuditEntry.EntityKey))!, k)))}) GROUP BY {entityKey}"));
        return $"SELECT {Columns(sql, shape, "e")}, p.{hash} FROM {table} e LEFT JOIN {table} p ON p.{number} = e.{number} - 1 WHERE e.{number} IN ({newest})";
    }
}
