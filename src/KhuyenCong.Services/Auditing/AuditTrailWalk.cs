using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>Reads the entries in order and checks the chain.</summary>
internal sealed class AuditTrailWalk(AuditSeal seal, AuditHeadMark? kept)
{
    private long _number;
    private string _hash = AuditSeal.Origin;

    public long Entries { get; private set; }

    public List<AuditFault> Faults { get; } = [];

    public AuditHeadMark Head => new(_number, _hash);

    /// <summary>Of each row the newest entry and the row's hash in it.</summary>
    public Dictionary<(string Entity, string Key), (long Number, string RowHash)> Newest { get; } = [];

    public void Read(AuditEntry entry)
    {
        Entries++;
        var follows = entry.Number == _number + 1;
        if (!follows) Faults.Add(new AuditFault(AuditFaultKind.EntriesMissing, _number + 1, entry.Number - 1));
        // After a gap the hash before is unknown; the seal of what follows the gap cannot be made.
        else if (!string.Equals(seal.Seal(CanonicalRow.Of(entry, _hash)), entry.Hash, StringComparison.Ordinal))
        {
            Faults.Add(new AuditFault(AuditFaultKind.EntryChanged, entry.Number, entry.Number));
        }

        (_number, _hash) = (entry.Number, entry.Hash);
        Newest[(entry.Entity, entry.EntityKey)] = (entry.Number, entry.RowHash);
        if (kept?.Number == entry.Number && !string.Equals(kept.Hash, entry.Hash, StringComparison.OrdinalIgnoreCase))
        {
            Faults.Add(new AuditFault(AuditFaultKind.HeadDiffers, entry.Number, entry.Number));
        }
    }

    public void End(AuditHead? head)
    {
        var known = Math.Max(head?.LastNumber ?? 0, kept?.Number ?? 0);
        if (known > _number) Faults.Add(new AuditFault(AuditFaultKind.TailCut, _number + 1, known));
        else if (head is null || head.LastNumber != _number || !string.Equals(head.LastHash, _hash, StringComparison.Ordinal))
        {
            Faults.Add(new AuditFault(AuditFaultKind.HeadDiffers, _number, _number));
        }
    }
}
