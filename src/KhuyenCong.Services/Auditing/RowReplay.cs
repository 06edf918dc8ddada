using System.Text;
using System.Text.Json;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// A row's fields as its entries tell them, from the first to the newest: what each entry says it found must be what the
/// entries before it left. A falsified value that a later save took for true shows here.
/// </summary>
/// <param name="shape">The row's columns today.</param>
/// <param name="key">The row's key.</param>
/// <param name="seal">Makes the digests of secrets.</param>
internal sealed class RowReplay(CanonicalShape shape, string key, AuditSeal seal)
{
    private readonly SortedDictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private bool _lives;
    private bool _hashDiffers;

    public string Entity => shape.Entity;

    public string Key => key;

    /// <summary>What the entries tell against each other.</summary>
    public List<AuditFault> Faults { get; } = [];

    /// <summary>The last entry from which on the fields that the entries tell are not those that were hashed; null when they agree.</summary>
    public long? Unlike { get; private set; }

    /// <summary>An entry masks a secret although digests were in use already.</summary>
    public long? Masked { get; private set; }

    public void Take(StoredRow entry, long firstDigest)
    {
        var number = entry.Number(nameof(AuditEntry.Number)) ?? 0;
        if (!TryRead(entry[nameof(AuditEntry.Changes)], out var changes) || !Enum.TryParse<AuditAction>(entry[nameof(AuditEntry.Action)], out var action))
        {
            // Its seal is wrong too, and is told; from here on nothing can be told about the row's fields.
            _texts.Clear();
            _lives = true;
            _hashDiffers = true;
            return;
        }

        if (_lives == (action == AuditAction.Added)) Tell(number, string.Empty);
        if (action == AuditAction.Added) _texts.Clear();
        List<string> unlike = [];
        foreach (var (field, before, after) in changes)
        {
            var isSecret = AuditScope.IsSecret(shape.Entity, field);
            if (!Agrees(field, isSecret ? Digest(field, before) : before)) unlike.Add(field);
            if (after == AuditScope.Masked && number > firstDigest && isSecret) Masked ??= number;
            _texts[field] = isSecret ? Digest(field, after) : after;
        }

        if (unlike.Count > 0) Tell(number, string.Join(',', unlike));
        _lives = action != AuditAction.Deleted;
        if (!_lives) _texts.Clear();
        CompareHash(number, entry[nameof(AuditEntry.RowHash)]);
    }

    /// <summary>The fields in which a stored row is not what its entries tell.</summary>
    public IEnumerable<string> Unequal(StoredRow row)
    {
        foreach (var name in shape.Properties)
        {
            var stored = row[name];
            if (stored is not null && AuditScope.IsSecret(shape.Entity, name)) stored = seal.DigestOf(shape.Entity, key, name, stored);
            if (!Agrees(name, stored)) yield return name;
        }
    }

    // A column that came later is empty in the rows that were there, without an entry that says so.
    private bool Agrees(string field, string? text)
    {
        var told = _texts.GetValueOrDefault(field);
        if (told == AuditScope.Masked && AuditScope.IsSecret(shape.Entity, field)) return text is not null;
        return string.Equals(told, text, StringComparison.Ordinal)
            || string.Equals(told ?? shape.EmptyOf(field), text ?? shape.EmptyOf(field), StringComparison.Ordinal);
    }

    // Entries from before a column counted as a secret tell the value itself.
    private string? Digest(string field, string? told) => AuditScope.ToldSecret(seal, shape.Entity, key, field, told);

    private void CompareHash(long number, string? hash)
    {
        // The hash covers the secrets themselves, of which the trail holds digests only.
        if (shape.HasSecrets && _texts.Any(t => t.Value is not null && AuditScope.IsSecret(shape.Entity, t.Key))) return;
        var agrees = _lives ? Hashes().Contains(hash, StringComparer.Ordinal) : hash == AuditSeal.HashOf(string.Empty);
        if (!agrees && !_hashDiffers) Unlike = number;
        if (agrees) Unlike = null;
        _hashDiffers = !agrees;
    }

    // Columns that are no more: their empty values were left out of the hash, which value that was is no longer known.
    private IEnumerable<string> Hashes()
    {
        var known = _texts.Where(t => !string.Equals(t.Value, shape.EmptyOf(t.Key), StringComparison.Ordinal)).ToList();
        yield return CanonicalRow.HashOf(known);
        if (known.TrueForAll(t => shape.Has(t.Key))) yield break;
        yield return CanonicalRow.HashOf(known.Where(t => shape.Has(t.Key) || t.Value is not ("0" or "")));
        yield return CanonicalRow.HashOf(known.Where(t => shape.Has(t.Key)));
    }

    private void Tell(long number, string fields) => Faults.Add(new AuditFault(AuditFaultKind.HistoryBroken, number, number, shape.Entity, key) { Field = fields });

    private static bool TryRead(string? json, out List<(string Field, string? Before, string? After)> changes)
    {
        changes = [];
        if (json is null) return false;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = reader.GetString()!;
                if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return false;
                if (!TryReadText(ref reader, out var before) || !TryReadText(ref reader, out var after)) return false;
                if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) return false;
                changes.Add((field, before, after));
            }

            return reader.TokenType == JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // Text that is no Unicode.
            return false;
        }
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string? text)
    {
        text = null;
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.Null) return true;
        if (reader.TokenType != JsonTokenType.String) return false;
        text = reader.GetString();
        return true;
    }
}
