using KhuyenCong.Data.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>Reads the entries in order and checks the chain.</summary>
internal sealed class AuditTrailWalk(AuditSeal seal, AuditHeadMark head, AuditHeadMark? given, IReadOnlyList<ExportedHead> exports)
{
    private readonly ILookup<long, ExportedHead> _exports = exports.Where(e => e.Mark is not null).ToLookup(e => e.Mark!.Number);
    private long _number;
    private string _hash = AuditSeal.Origin;

    private readonly AuditAuthority _authority = new();

    public long Entries { get; private set; }

    /// <summary>The first entry that holds a digest of a secret: from there on none may be masked.</summary>
    public long FirstDigest { get; private set; } = long.MaxValue;

    public List<AuditFault> Faults { get; } = [];

    public AuditHeadMark Head => new(_number, _hash);

    /// <summary>Of each row the newest entry and the row's hash in it.</summary>
    public Dictionary<(string Entity, string Key), (long Number, string? RowHash)> Newest { get; } = [];

    public void Read(List<StoredRow> entries)
    {
        // Each seal covers the stored hash before it, not the recomputed one: seals can be made side by side.
        var before = _hash;
        var seals = new string[entries.Count];
        Parallel.For(0, entries.Count, at => seals[at] = entries[at].Seal(at == 0 ? before : entries[at - 1]["Hash"] ?? string.Empty, seal));
        for (var at = 0; at < entries.Count; at++) Read(entries[at], seals[at]);
    }

    public void End()
    {
        Faults.AddRange(_authority.Faults);
        Faults.AddRange(HeadChain.Faults(exports));
        foreach (var export in exports.Where(e => e.Mark is null)) Faults.Add(new AuditFault(AuditFaultKind.ExportUnreadable, 0, 0, Key: export.Name));
        var known = exports.Select(e => e.Mark?.Number ?? 0).Append(head.Number).Append(given?.Number ?? 0).Max();
        if (known > _number) Faults.Add(new AuditFault(AuditFaultKind.TailCut, _number + 1, known));
        else if (head.Number != _number || !string.Equals(head.Hash, _hash, StringComparison.Ordinal)) Faults.Add(new AuditFault(AuditFaultKind.HeadDiffers, _number, _number));
    }

    private void Read(StoredRow entry, string seal)
    {
        Entries++;
        var number = entry.Number("Number") ?? 0;
        var hash = entry["Hash"] ?? string.Empty;
        if (number < 1 || number > head.Number) Faults.Add(new AuditFault(AuditFaultKind.EntryExtra, number, number));
        if (number < 1) return;

        if (FirstDigest == long.MaxValue && entry["Changes"]?.Contains("\"" + AuditSeal.DigestMark, StringComparison.Ordinal) == true) FirstDigest = number;
        _authority.Take(entry);
        if (number != _number + 1) Faults.Add(new AuditFault(AuditFaultKind.EntriesMissing, _number + 1, number - 1));
        // After a gap the hash before is unknown; the seal of what follows the gap cannot be made.
        else if (!string.Equals(seal, hash, StringComparison.Ordinal)) Faults.Add(new AuditFault(AuditFaultKind.EntryChanged, number, number));

        (_number, _hash) = (number, hash);
        Newest[(entry["Entity"] ?? string.Empty, entry["EntityKey"] ?? string.Empty)] = (number, entry["RowHash"]);
        if (given?.Number == number && !given.Bears(hash)) Faults.Add(new AuditFault(AuditFaultKind.HeadDiffers, number, number));
        foreach (var export in _exports[number].Where(e => !e.Mark!.Bears(hash))) Faults.Add(new AuditFault(AuditFaultKind.ExportDiffers, number, number, Key: export.Name));
    }
}
