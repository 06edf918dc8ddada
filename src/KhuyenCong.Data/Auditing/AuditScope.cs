using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Data.Auditing;

/// <summary>What the trail covers: every row of every table but the trail itself.</summary>
public static class AuditScope
{
    private static readonly string[] Secrets = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "Xml"];

    public static bool Covers(IReadOnlyEntityType type) =>
        type.ClrType != typeof(AuditEntry) && type.ClrType != typeof(AuditHead);

    /// <summary>Columns computed from others, and those that move with every request.</summary>
    public static bool IsDerived(IReadOnlyProperty property) =>
        property.Name is SearchKeys.SearchKey or SearchKeys.SortKey or nameof(UserSession.LastSeenAt);

    /// <summary>What stands for a secret in entries older than the keyed digests.</summary>
    public const string Masked = "***";

    /// <summary>Values that the trail must not repeat; it holds their keyed digests.</summary>
    public static bool IsSecret(IReadOnlyProperty property) => IsSecret(property.Name);

    /// <summary>The same by the name, also of a column that is no more.</summary>
    public static bool IsSecret(string property) => Secrets.Contains(property, StringComparer.Ordinal);
}
