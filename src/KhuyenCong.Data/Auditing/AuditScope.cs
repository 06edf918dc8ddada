using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Data.Auditing;

/// <summary>What the trail covers: every row of every table but the trail itself.</summary>
public static class AuditScope
{
    /// <summary>The values that the trail must not repeat: it holds their keyed digests.</summary>
    public static IReadOnlySet<(string Entity, string Property)> Secrets { get; } = new HashSet<(string Entity, string Property)>
    {
        ("AppUser", "PasswordHash"), ("AppUser", "SecurityStamp"), ("AppUser", "ConcurrencyStamp"), ("AppRole", "ConcurrencyStamp"),
        ("IdentityUserToken", "Value"), ("DataProtectionKey", "Xml"),
    };

    public static bool Covers(IReadOnlyEntityType type) =>
        type.ClrType != typeof(AuditEntry) && type.ClrType != typeof(AuditHead);

    /// <summary>Columns computed from others, and those that move with every request.</summary>
    public static bool IsDerived(IReadOnlyProperty property) =>
        property.Name is SearchKeys.SearchKey or SearchKeys.SortKey or nameof(UserSession.LastSeenAt);

    /// <summary>What stands for a secret in entries older than the keyed digests.</summary>
    public const string Masked = "***";

    /// <summary>Whether the trail holds only digests of a property's values.</summary>
    public static bool IsSecret(IReadOnlyProperty property) => IsSecret(CanonicalRow.EntityName((IReadOnlyEntityType)property.DeclaringType), property.Name);

    /// <summary>The same by the names that the trail writes, also of a column that is no more.</summary>
    public static bool IsSecret(string entity, string property) => Secrets.Contains((entity, property));

    /// <summary>
    /// A secret as entries tell it today: those from before its column counted as one hold the value itself, or a mask.
    /// </summary>
    public static string? ToldSecret(AuditSeal seal, string entity, string key, string property, string? told) =>
        told is null or Masked || told.StartsWith(AuditSeal.DigestMark, StringComparison.Ordinal) ? told : seal.DigestOf(entity, key, property, told);
}
