using KhuyenCong.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

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

    public (AuditAction Action, string Entity, string Key, string Changes, string RowHash) Tell(AuditSeal seal)
    {
        var key = _deletedKey ?? CanonicalRow.KeyOf(_entry);
        return (
            _action,
            CanonicalRow.EntityName(_entry.Metadata),
            key,
            CanonicalRow.ChangesOf(seal, key, _entry, _before, _action, IsTold),
            _action == AuditAction.Deleted ? AuditSeal.HashOf(string.Empty) : CanonicalRow.HashOf(_entry)
        );
    }

    // Secrets are told each time: a row whose older entries only mask them is covered from its next change on.
    private bool IsTold(IReadOnlyProperty property) => _action == AuditAction.Added
        ? _entry.Property(property.Name).CurrentValue is not null
        : _changed.Contains(property.Name) || (AuditScope.IsSecret(property) && _entry.Property(property.Name).CurrentValue is not null);
}
