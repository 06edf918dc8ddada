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

    /// <summary>Values that the trail must not repeat.</summary>
    public static bool IsSecret(IReadOnlyProperty property) => Secrets.Contains(property.Name, StringComparer.Ordinal);
}
