using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text.Legacy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Data.OldText;

/// <summary>Keeps text that is certainly no Unicode out of the database, whichever way it came.</summary>
internal static class OldTextGuard
{
    // What machines send, and what is told of rows that are there already.
    private static readonly HashSet<Type> NeverTyped =
        [typeof(AuditEntry), typeof(AuditHead), typeof(DataProtectionKey), typeof(SignInEvent), typeof(UserSession), typeof(IntegrityAlarm), typeof(Notice)];

    // A file is called what it was called; a submission and a correction repeat what was there.
    private static readonly HashSet<(Type Entity, string Property)> Repeated =
    [
        (typeof(Document), nameof(Document.FileName)), (typeof(Submission), nameof(Submission.Canonical)), (typeof(DecisionCorrection), nameof(DecisionCorrection.Before)),
    ];

    /// <exception cref="OldTextException">A new or changed text, or the reason, is no Unicode.</exception>
    public static void Refuse(ChangeTracker tracker, Actor actor, string? reason)
    {
        if (LegacyText.IsMojibake(reason)) throw new OldTextException("The reason", reason!);
        HashSet<string>? known = null;
        foreach (var (entry, property, text) in New(tracker))
        {
            if (!LegacyText.IsMojibake(text)) continue;

            // Rows from before there was this guard must not stand in the way of what is made of them.
            known ??= [.. Known(tracker), actor.Name];
            if (!known.Contains(text)) throw new OldTextException($"{entry.Metadata.ShortName()}.{property.Name}", text);
        }
    }

    private static IEnumerable<(EntityEntry Entry, IProperty Property, string Text)> New(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && !NeverTyped.Contains(e.Metadata.ClrType)))
        {
            foreach (var property in entry.Metadata.GetProperties().Where(IsTyped))
            {
                var now = entry.Property(property);
                if ((entry.State == EntityState.Added || now.IsModified) && now.CurrentValue is string text) yield return (entry, property, text);
            }
        }
    }

    private static bool IsTyped(IProperty property) =>
        property.ClrType == typeof(string) && property.IsUnicode() != false && !AuditScope.IsSecret(property) && !AuditScope.IsDerived(property)
        && !Repeated.Contains((property.DeclaringType.ClrType, property.Name));

    private static IEnumerable<string> Known(ChangeTracker tracker) => tracker.Entries()
        .Where(e => e.State is EntityState.Unchanged or EntityState.Modified or EntityState.Deleted)
        .SelectMany(e => e.Metadata.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => e.OriginalValues[p] as string)).OfType<string>();
}
