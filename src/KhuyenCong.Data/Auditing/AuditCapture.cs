using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KhuyenCong.Data.Auditing;

/// <summary>A changed row caught before saving, told after saving, when its key is real.</summary>
internal sealed class AuditCapture
{
    private readonly EntityEntry _entry;
    private readonly AuditAction _action;
    private readonly string? _changes;
    private readonly string? _deletedKey;

    private AuditCapture(EntityEntry entry, AuditAction action)
    {
        _entry = entry;
        _action = action;
        // Originals are gone once saved; generated keys come only by saving.
        if (action != AuditAction.Added) _changes = CanonicalRow.ChangesOf(entry, action, p => action == AuditAction.Deleted || entry.Property(p.Name).IsModified);
        if (action == AuditAction.Deleted) _deletedKey = CanonicalRow.KeyOf(entry);
    }

    public static List<AuditCapture> Of(ChangeTracker tracker) =>
    [
        .. tracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && AuditScope.Covers(e.Metadata))
            .Select(e => new AuditCapture(e, e.State switch
            {
                EntityState.Added => AuditAction.Added,
                EntityState.Deleted => AuditAction.Deleted,
                _ => AuditAction.Changed,
            })),
    ];

    public (AuditAction Action, string Entity, string Key, string Changes, string RowHash) Tell() =>
    (
        _action,
        CanonicalRow.EntityName(_entry.Metadata),
        _deletedKey ?? CanonicalRow.KeyOf(_entry),
        _changes ?? CanonicalRow.ChangesOf(_entry, _action, p => _entry.Property(p.Name).CurrentValue is not null),
        _action == AuditAction.Deleted ? AuditSeal.HashOf(string.Empty) : CanonicalRow.HashOf(_entry)
    );
}
