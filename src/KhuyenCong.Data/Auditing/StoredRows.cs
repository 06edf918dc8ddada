using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// Reads whole tables for the verification, without entities: what somebody wrote by hand that no entity could hold is
/// still read, and named as changed instead of ending the verification.
/// </summary>
public static partial class StoredRows
{
    /// <summary>The rows of a table within the context's transaction, in batches.</summary>
    /// <param name="db">The open context.</param>
    /// <param name="type">The entity.</param>
    /// <param name="orderBy">The properties to order by; none for any order.</param>
    /// <param name="batch">Rows at once.</param>
    /// <param name="stop">Cancels.</param>
    public static async IAsyncEnumerable<List<StoredRow>> ReadAsync(
        AppDbContext db, IEntityType type, IReadOnlyList<string> orderBy, int batch, [EnumeratorCancellation] CancellationToken stop)
    {
        var shape = CanonicalShape.Of(type);
        var sql = db.GetService<ISqlGenerationHelper>();
        var order = orderBy.Count == 0 ? string.Empty : " ORDER BY " + string.Join(", ", orderBy.Select(p => sql.DelimitIdentifier(shape.Columns[shape.PlaceOf(p)].Stored)));
        await using var command = Command(db, $"SELECT {Columns(sql, shape, null)} FROM {sql.DelimitIdentifier(shape.Table)}{order}");
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<StoredRow> rows = new(batch);
        while (await reader.ReadAsync(stop))
        {
            rows.Add(Row(reader, shape));
            if (rows.Count < batch) continue;
            yield return rows;
            rows = new(batch);
        }

        if (rows.Count > 0) yield return rows;
    }

    /// <summary>All entries of one row, the oldest first.</summary>
    public static async Task<List<StoredRow>> ReadEntriesAsync(AppDbContext db, string entity, string key, CancellationToken stop)
    {
        var type = db.Model.FindEntityType(typeof(AuditEntry))!;
        var shape = CanonicalShape.Of(type);
        var sql = db.GetService<ISqlGenerationHelper>();
        await using var command = Command(db, string.Empty);
        var (byEntity, byKey) = (Bind(command, type.FindProperty(nameof(AuditEntry.Entity))!, entity), Bind(command, type.FindProperty(nameof(AuditEntry.EntityKey))!, key));
#pragma warning disable CA2100 // As above.
        command.CommandText = $"SELECT {Columns(sql, shape, null)} FROM {sql.DelimitIdentifier(shape.Table)} WHERE {sql.DelimitIdentifier(nameof(AuditEntry.Entity))} = {byEntity} "
            + $"AND {sql.DelimitIdentifier(nameof(AuditEntry.EntityKey))} = {byKey} ORDER BY {sql.DelimitIdentifier(nameof(AuditEntry.Number))}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<StoredRow> entries = [];
        while (await reader.ReadAsync(stop)) entries.Add(Row(reader, shape));
        return entries;
    }

    private static StoredRow Row(DbDataReader reader, CanonicalShape shape)
    {
        var texts = new string?[shape.Columns.Count];
        for (var place = 0; place < texts.Length; place++) texts[place] = Text(reader.GetValue(place), shape.Columns[place].StoredType, shape.IsTrail);
        return new StoredRow(shape, texts);
    }

    private static string Columns(ISqlGenerationHelper sql, CanonicalShape shape, string? alias) =>
        string.Join(", ", shape.Columns.Select(c => (alias is null ? string.Empty : alias + ".") + sql.DelimitIdentifier(c.Stored)));

    private static string Bind(DbCommand command, IProperty property, object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"@k{command.Parameters.Count}");
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, name, value));
        return name;
    }

    private static DbCommand Command(AppDbContext db, string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model's own tables and columns, delimited; nothing that anybody typed.
        command.CommandText = text;
#pragma warning restore CA2100
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    // SQLite keeps moments, days and keys as text, SQL Server hands days out as moments: each in the one canonical form.
    private static string? Text(object stored, Type type, bool isTrail) => stored switch
    {
        DBNull => null,
        // Entries are sealed as they were written, letter by letter.
        string text when type == typeof(string) => isTrail ? text : CanonicalRow.Written(text),
        string text when type == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) => CanonicalRow.Written(instant),
        string text when type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => CanonicalRow.Written(instant),
        string text when type == typeof(Guid) && Guid.TryParse(text, out var guid) => CanonicalRow.Written(guid),
        DateTime instant when type == typeof(DateOnly) => CanonicalRow.Written(DateOnly.FromDateTime(instant)),
        _ => CanonicalRow.Written(stored),
    };
}
