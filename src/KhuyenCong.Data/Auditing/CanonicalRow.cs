using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// The canonical text of rows and of audit entries: properties in ordinal order of their names, values as the
/// database holds them, invariant, one JSON object. The same text is made again to verify.
/// </summary>
public static class CanonicalRow
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _own;

    /// <summary>The entity's name as the trail writes it.</summary>
    public static string EntityName(IReadOnlyEntityType type) => type.ShortName();

    /// <summary>Key values joined by "/".</summary>
    public static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(p, entry.Property(p.Name).CurrentValue)));

    /// <summary>
    /// Hash of the row's content; derived columns (search and sort keys) are left out. Empty values are left out too, so
    /// that a column added later, empty in the rows that were there, leaves their hashes as they are.
    /// </summary>
    public static string HashOf(EntityEntry entry)
    {
        var shape = CanonicalShape.Of(entry.Metadata);
        return HashOf(shape, entry.CurrentValues);
    }

    /// <summary>Hash of the row as it was loaded.</summary>
    internal static string HashOf(CanonicalShape shape, PropertyValues values) =>
        HashOf(shape, place => Text(shape.Columns[place], values[shape.Columns[place].Property.Name]));

    /// <summary>Hash of the row's content, from the canonical texts of its columns.</summary>
    internal static string HashOf(CanonicalShape shape, Func<int, string?> text)
    {
        var json = Json(writer =>
        {
            for (var place = 0; place < shape.Columns.Count; place++)
            {
                var column = shape.Columns[place];
                var value = text(place);
                if (!string.Equals(value, column.Sentinel, StringComparison.Ordinal)) writer.WriteString(column.Name, value);
            }
        });
        return AuditSeal.HashOf(json);
    }

    /// <summary>Hash of a row of named texts, in the ordinal order of their names; those that count as empty are left out by the caller.</summary>
    public static string HashOf(IEnumerable<KeyValuePair<string, string?>> texts) => AuditSeal.HashOf(Json(writer =>
    {
        foreach (var (name, text) in texts) writer.WriteString(name, text);
    }));

    /// <summary>Seals an entry, given the seal of the entry before it.</summary>
    public static string SealOf(AuditEntry entry, string previousHash, AuditSeal seal) => SealOf(
        new EntryText(
            entry.Action.ToString(), entry.ActorId?.ToString(CultureInfo.InvariantCulture), entry.ActorName, entry.At.ToString("O", CultureInfo.InvariantCulture),
            entry.Changes, entry.Entity, entry.EntityKey, entry.Number.ToString(CultureInfo.InvariantCulture), entry.Reason, entry.RowHash),
        previousHash, seal);

    internal static string SealOf(in EntryText entry, string previousHash, AuditSeal seal)
    {
        var told = entry;
        return seal.Seal(Json(writer =>
        {
            writer.WriteString("action", told.Action);
            writer.WriteString("actor", told.Actor);
            writer.WriteString("actorName", told.ActorName);
            writer.WriteString("at", told.At);
            writer.WriteString("changes", told.Changes);
            writer.WriteString("entity", told.Entity);
            writer.WriteString("key", told.Key);
            writer.WriteString("number", told.Number);
            writer.WriteString("previous", previousHash);
            writer.WriteString("reason", told.Reason);
            writer.WriteString("row", told.Row);
        }));
    }

    /// <summary>The fields that changed as JSON: name → [before, after]; of secrets their keyed digests.</summary>
    /// <param name="seal">Makes the digests.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="entry">The row as it is now.</param>
    /// <param name="before">Its values before; null for a new row.</param>
    /// <param name="action">What happened to it.</param>
    /// <param name="changed">Which fields are told.</param>
    public static string ChangesOf(
        AuditSeal seal, string key, EntityEntry entry, PropertyValues? before, AuditAction action, Func<IReadOnlyProperty, bool> changed) => Encoding.UTF8.GetString(Json(writer =>
    {
        foreach (var property in Audited(entry.Metadata).Where(changed))
        {
            writer.WriteStartArray(property.Name);
            Write(writer, before is null ? null : Shown(seal, key, property, before[property.Name]));
            Write(writer, action == AuditAction.Deleted ? null : Shown(seal, key, property, entry.Property(property.Name).CurrentValue));
            writer.WriteEndArray();
        }
    }));

    /// <summary>Properties that the trail covers, in order.</summary>
    public static IEnumerable<IReadOnlyProperty> Audited(IReadOnlyEntityType type) =>
        type.GetProperties().Where(p => !AuditScope.IsDerived(p)).OrderBy(p => p.Name, StringComparer.Ordinal);

    internal static string? Text(CanonicalShape.Column column, object? value) => Written(column.ToStored is { } toStored ? toStored(value) : value);

    /// <summary>A stored value as canonical texts write it.</summary>
    internal static string? Written(object? stored) => stored switch
    {
        null => null,
        string text => VietnameseText.Normalize(text, NormalizationForm.FormC),
        bool flag => flag ? "1" : "0",
        DateTime instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    private static string? Shown(AuditSeal seal, string key, IReadOnlyProperty property, object? value) =>
        Text(property, value) is { } text && AuditScope.IsSecret(property)
            ? seal.DigestOf(EntityName((IReadOnlyEntityType)property.DeclaringType), key, property.Name, text)
            : Text(property, value);

    private static string? Text(IReadOnlyProperty property, object? value) =>
        Written(property.FindTypeMapping()?.Converter is { } converter ? converter.ConvertToProvider(value) : value);

    private static void Write(Utf8JsonWriter writer, string? value)
    {
        if (value is null) writer.WriteNullValue();
        else writer.WriteStringValue(value);
    }

    /// <summary>The object that the content writes, in UTF-8; the bytes are the thread's own and last until its next call.</summary>
    private static ReadOnlySpan<byte> Json(Action<Utf8JsonWriter> content)
    {
        if (_own is not { } own)
        {
            var buffer = new ArrayBufferWriter<byte>(1024);
            _own = own = (buffer, new Utf8JsonWriter(buffer, Writing));
        }

        own.Buffer.ResetWrittenCount();
        own.Writer.Reset();
        own.Writer.WriteStartObject();
        content(own.Writer);
        own.Writer.WriteEndObject();
        own.Writer.Flush();
        return own.Buffer.WrittenSpan;
    }

    /// <summary>An entry's fields as its seal covers them.</summary>
    internal readonly record struct EntryText(
        string? Action, string? Actor, string? ActorName, string? At, string? Changes, string? Entity, string? Key, string? Number, string? Reason, string? Row);
}
