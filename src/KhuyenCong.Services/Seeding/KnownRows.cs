using System.Text.Json;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Seeding;

/// <summary>
/// What the trail knows of an entity's rows by what people know them by. Seeding adds only what was never there: a row that is
/// gone was deleted, lawfully, or behind the portal's back, which is an alarm.
/// </summary>
internal sealed class KnownRows
{
    private readonly Dictionary<string, (string Key, long Entry, bool Lives)> _rows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the missing ones that the trail never knew; about the others that it does not know as deleted it adds an alarm.</summary>
    /// <param name="db">The open context.</param>
    /// <param name="entity">The entity as the trail names it.</param>
    /// <param name="fields">The fields that people know a row by.</param>
    /// <param name="missing">What is missing in the table.</param>
    /// <param name="nameOf">Their names: the canonical texts of the fields, joined by "/".</param>
    /// <param name="alarms">Takes the alarms.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>What may be added. The trail is read only when something is missing.</returns>
    public static async Task<List<T>> NeverKnownAsync<T>(
        AppDbContext db, string entity, string[] fields, IEnumerable<T> missing, Func<T, string> nameOf, List<BrokenSeal> alarms, CancellationToken stop)
    {
        var asked = missing.ToList();
        if (asked.Count == 0) return asked;
        var known = await ReadAsync(db, entity, fields, stop);
        List<T> never = [];
        foreach (var item in asked)
        {
            if (!known._rows.TryGetValue(nameOf(item), out var row)) never.Add(item);
            else if (row.Lives) alarms.Add(new BrokenSeal(IntegrityAlarmKind.RowMissing, entity, row.Key, row.Entry));
        }

        return never;
    }

    private static async Task<KnownRows> ReadAsync(AppDbContext db, string entity, string[] fields, CancellationToken stop)
    {
        // Most entries of an account tell of its sign-ins; those that name it are few.
        var quoted = fields.Select(f => $"\"{f}\"").ToList();
        var first = quoted[0];
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => e.Entity == entity && (e.Action != AuditAction.Changed || e.Changes.Contains(first)))
            .OrderBy(e => e.Number).Select(e => new { e.Number, e.EntityKey, e.Action, e.Changes }).ToListAsync(stop);
        var known = new KnownRows();
        Dictionary<string, string?[]> names = new(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = names.TryGetValue(entry.EntityKey, out var before) ? before : names[entry.EntityKey] = new string?[fields.Length];
            if (entry.Action != AuditAction.Deleted)
            {
                using var changes = JsonDocument.Parse(entry.Changes);
                for (var at = 0; at < fields.Length; at++)
                {
                    if (changes.RootElement.TryGetProperty(fields[at], out var values)) name[at] = values[1].GetString();
                }
            }

            known._rows[string.Join('/', name)] = (entry.EntityKey, entry.Number, entry.Action != AuditAction.Deleted);
        }

        return known;
    }
}
