using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KhuyenCong.Domain.Auditing;
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

    /// <summary>The entity's name as the trail writes it.</summary>
    public static string EntityName(IReadOnlyEntityType type) => type.ShortName();

    /// <summary>Key values joined by "/".</summary>
    public static string KeyOf(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(p, entry.Property(p.Name).CurrentValue)));

    /// <summary>
    /// Hash of the row's content; derived columns (search and sort keys) are left out. Empty values are left out too, so
    /// that a column added later, empty in the rows that were there, leaves their hashes as they are.
    /// </summary>
    public static string HashOf(EntityEntry entry) => AuditSeal.HashOf(Json(writer =>
    {
        foreach (var property in Audited(entry.Metadata))
        {
            var value = entry.Property(property.Name).CurrentValue;
            if (!Equals(value, property.Sentinel)) writer.WriteString(property.Name, Text(property, value));
        }
    }));

    /// <summary>The text that an entry's seal covers.</summary>
    public static string Of(AuditEntry entry, string previousHash) => Json(writer =>
    {
        writer.WriteString("action", entry.Action.ToString());
        writer.WriteString("actor", entry.ActorId?.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("actorName", entry.ActorName);
        writer.WriteString("at", entry.At.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("changes", entry.Changes);
        writer.WriteString("entity", entry.Entity);
        writer.WriteString("key", entry.EntityKey);
        writer.WriteString("number", entry.Number.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("previous", previousHash);
        writer.WriteString("reason", entry.Reason);
        writer.WriteString("row", entry.RowHash);
    });

    /// <summary>The fields that changed as JSON: name → [before, after]; secrets masked.</summary>
    /// <param name="entry">The row as it is now.</param>
    /// <param name="before">Its values before; null for a new row.</param>
    /// <param name="action">What happened to it.</param>
    /// <param name="changed">Which fields are told.</param>
    public static string ChangesOf(EntityEntry entry, PropertyValues? before, AuditAction action, Func<IReadOnlyProperty, bool> changed) => Json(writer =>
    {
        foreach (var property in Audited(entry.Metadata).Where(changed))
        {
            writer.WriteStartArray(property.Name);
            Write(writer, before is null ? null : Shown(property, before[property.Name]));
            Write(writer, action == AuditAction.Deleted ? null : Shown(property, entry.Property(property.Name).CurrentValue));
            writer.WriteEndArray();
        }
    });

    /// <summary>Properties that the trail covers, in order.</summary>
    public static IEnumerable<IReadOnlyProperty> Audited(IReadOnlyEntityType type) =>
        type.GetProperties().Where(p => !AuditScope.IsDerived(p)).OrderBy(p => p.Name, StringComparer.Ordinal);

    private static string? Shown(IReadOnlyProperty property, object? value) =>
        AuditScope.IsSecret(property) && value is not null ? "***" : Text(property, value);

    private static string? Text(IReadOnlyProperty property, object? value)
    {
        var stored = property.FindTypeMapping()?.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return stored switch
        {
            null => null,
            string text => text.Normalize(NormalizationForm.FormC),
            bool flag => flag ? "1" : "0",
            DateTime instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToHexStringLower(bytes),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };
    }

    private static void Write(Utf8JsonWriter writer, string? value)
    {
        if (value is null) writer.WriteNullValue();
        else writer.WriteStringValue(value);
    }

    private static string Json(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
