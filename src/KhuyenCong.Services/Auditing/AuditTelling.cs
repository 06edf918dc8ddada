using System.Globalization;
using System.Text.Json;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Services.Auditing;

/// <summary>Puts entries of the trail into people's words.</summary>
internal sealed class AuditTelling(AppDbContext db)
{
    /// <summary>Longer texts, such as a whole submission, are cut.</summary>
    private const int LongestText = 300;

    private readonly Dictionary<string, IEntityType> _types = db.Model.GetEntityTypes().ToDictionary(CanonicalRow.EntityName, StringComparer.Ordinal);

    /// <summary>The entries in words; one SQL command for the names of what they point to.</summary>
    public async Task<List<AuditTrailRow>> TellAsync(IReadOnlyList<AuditEntry> entries, IReadOnlyList<AuditTrailPerson> people, CancellationToken stop)
    {
        var read = entries.Select(e => (Entry: e, Fields: Read(e))).ToList();
        var asked = read.SelectMany(r => r.Fields
            .Where(f => f.Points is not null).SelectMany(f => new[] { (f.Points!, f.Before), (f.Points!, f.After) })
            .Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!)).Append((r.Entry.Entity, r.Entry.EntityKey)));
        var names = await AuditNames.ReadAsync(db, asked, people, stop);
        return read.ConvertAll(r => Tell(r.Entry, r.Fields, names));
    }

    private static AuditTrailRow Tell(AuditEntry entry, List<Field> fields, AuditNames names) => new(
        entry.Number, entry.At, entry.ActorName, entry.Action, entry.Entity, entry.EntityKey,
        AuditText.InWords($"{EntityText.Of(entry.Entity)} {names.Find(entry.Entity, entry.EntityKey) ?? entry.EntityKey}"), entry.Reason,
        fields.ConvertAll(f => new AuditTrailField(AuditFieldText.Label(entry.Entity, f.Name), Shown(f, f.Before, names), Shown(f, f.After, names))));

    private List<Field> Read(AuditEntry entry)
    {
        var type = _types.GetValueOrDefault(entry.Entity);
        var changes = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!;
        return [.. changes.Where(c => AuditFieldText.IsTold(c.Key))
            .Select(c => new Field(c.Key, AuditScope.IsSecret(entry.Entity, c.Key), type?.FindProperty(c.Key), c.Value.ElementAtOrDefault(0), c.Value.ElementAtOrDefault(1)))
            .Where(f => entry.Action == AuditAction.Changed ? !IsSame(f) : !IsEmpty(f))];
    }

    // A new row tells what it holds, not which of its counters stand at zero.
    private static bool IsEmpty(Field field) => (field.Before ?? field.After) is null or ""
        || ((field.Before ?? field.After) == "0" && field.Property is { IsNullable: false } property && property.ClrType.IsValueType);

    // Who writes a row whole names fields that stayed the same, and digests of secrets stand in each entry for the verification alone.
    private static bool IsSame(Field field) => field.Before == field.After && field.After != AuditScope.Masked;

    private static string? Shown(Field field, string? text, AuditNames names)
    {
        if (text is null) return null;
        if (text == AuditScope.Masked || field.IsSecret) return "(không hiện)";
        if (field.Property?.DeclaringType.ClrType == typeof(AccountRequest) && field.Name == nameof(AccountRequest.Roles)) return PeopleText.OfTerms(text);
        if (field.Points is { } pointed) return names.Find(pointed, text) ?? text;
        var type = Nullable.GetUnderlyingType(field.Property?.ClrType ?? typeof(string)) ?? field.Property?.ClrType ?? typeof(string);
        if (type.IsEnum) return Enum.TryParse(type, text, out var value) && Enum.IsDefined(type, value) ? EnumText.Of((Enum)value) : text;
        if (type == typeof(bool)) return text == "1" ? "có" : "không";
        if (type == typeof(DateOnly) && DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day))
        {
            return field.Name is nameof(ProjectTerms.StartMonth) or nameof(ProjectTerms.EndMonth) ? ViDates.Month(day) : ViDates.Day(day);
        }

        if ((type == typeof(DateTime) || type == typeof(DateTimeOffset))
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)) return ViDates.Instant(instant);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            if (type == typeof(Vnd)) return VndFormat.DongShort(new Vnd(number));
            if (type == typeof(Tranche)) return TrancheText.Of(new Tranche((int)number));
        }

        return text.Length <= LongestText ? text : $"{text[..LongestText]}… ({VndFormat.Count(text.Length)} ký tự)";
    }

    private sealed record Field(string Name, bool IsSecret, IProperty? Property, string? Before, string? After)
    {
        /// <summary>The entity whose key this is; null for a plain value.</summary>
        public string? Points { get; } = Property?.GetContainingForeignKeys().FirstOrDefault() is { } key ? CanonicalRow.EntityName(key.PrincipalEntityType) : null;
    }
}
