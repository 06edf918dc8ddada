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
public static class StoredRows
{
    /// <summary>The rows of a table within the context's transaction, in batches.</summary>
    /// <param name="db">The open context.</param>
    /// <param name="type">The entity.</param>
    /// <param name="orderBy">The property to order by; null for any order.</param>
    /// <param name="batch">Rows at once.</param>
    /// <param name="stop">Cancels.</param>
    public static async IAsyncEnumerable<List<StoredRow>> ReadAsync(
        AppDbContext db, IEntityType type, string? orderBy, int batch, [EnumeratorCancellation] CancellationToken stop)
    {
        var shape = CanonicalShape.Of(type);
        var isTrail = type.ClrType == typeof(AuditEntry);
        await using var command = Command(db, shape, orderBy);
        await using var reader = await command.ExecuteReaderAsync(stop);
        List<StoredRow> rows = new(batch);
        while (await reader.ReadAsync(stop))
        {
            var texts = new string?[shape.Columns.Count];
            for (var place = 0; place < texts.Length; place++) texts[place] = Text(reader.GetValue(place), shape.Columns[place].StoredType, isTrail);

            rows.Add(new StoredRow(shape, texts));
            if (rows.Count < batch) continue;
            yield return rows;
            rows = new(batch);
        }

        if (rows.Count > 0) yield return rows;
    }

    private static DbCommand Command(AppDbContext db, CanonicalShape shape, string? orderBy)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var columns = string.Join(", ", shape.Columns.Select(c => sql.DelimitIdentifier(c.Stored)));
        var order = orderBy is null ? string.Empty : " ORDER BY " + sql.DelimitIdentifier(shape.Columns[shape.PlaceOf(orderBy)].Stored);
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model's own tables and columns, delimited; nothing that anybody typed.
        command.CommandText = $"SELECT {columns} FROM {sql.DelimitIdentifier(shape.Table)}{order}";
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
