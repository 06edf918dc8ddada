using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KhuyenCong.Data.Auditing;

/// <summary>
/// A changed row caught before saving, when its original values are known, and told after saving, when its key and the
/// keys it points to are real.
/// </summary>
internal sealed class AuditCapture
{
    private readonly EntityEntry _entry;
    private readonly AuditAction _action;
    private readonly PropertyValues? _before;
    private readonly HashSet<string> _changed;
    private readonly string? _deletedKey;

    private AuditCapture(EntityEntry entry, AuditAction action)
    {
        _entry = entry;
        _action = action;
        _before = action == AuditAction.Added ? null : entry.OriginalValues.Clone();
        _changed = [.. entry.Properties.Where(p => action == AuditAction.Deleted || p.IsModified).Select(p => p.Metadata.Name)];
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
        CanonicalRow.ChangesOf(
            _entry, _before, _action,
            p => _action == AuditAction.Added ? _entry.Property(p.Name).CurrentValue is not null : _changed.Contains(p.Name)),
        _action == AuditAction.Deleted ? AuditSeal.HashOf(string.Empty) : CanonicalRow.HashOf(_entry)
    );
}
