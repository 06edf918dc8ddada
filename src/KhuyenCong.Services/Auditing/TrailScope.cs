using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// What of the trail somebody may read: who keeps accounts and settings sees what was done to these, not the business that
/// the same trail tells of.
/// </summary>
public static class TrailScope
{
    private static readonly HashSet<string> Administrative = new(
    [
        "AppUser", "AppRole", "IdentityUserRole", "IdentityRoleClaim", "IdentityUserClaim", "IdentityUserLogin", "IdentityUserToken", "SignInEvent", "UserSession",
        "AccountRequest", "AccountVerdict", "OneTimeLink", "Notice", "RecoveryCode", "Passkey", "DataProtectionKey", "IntegrityAlarm",
        "ApprovalStep", "AdjustmentAuthority", "Delegation", "SpendingNorm", "Organisation", "AdministrativeUnit", "UnitAlias", "UnitSuccession", "ActivityCategory",
    ], StringComparer.Ordinal);

    /// <summary>The entries that a person may read.</summary>
    public static IQueryable<AuditEntry> VisibleTo(this IQueryable<AuditEntry> entries, Actor actor)
    {
        if (actor.May(Permissions.AuditReadAll)) return entries;
        var names = Administrative.ToList();
        return entries.Where(e => names.Contains(e.Entity));
    }

    /// <summary>Whether a person may read of an entity.</summary>
    public static bool Shows(Actor actor, string entity) => actor.May(Permissions.AuditReadAll) || Administrative.Contains(entity);

    /// <summary>The entities that the filter offers a person.</summary>
    public static IEnumerable<KeyValuePair<string, string>> EntitiesFor(Actor actor) => EntityText.All.Where(e => Shows(actor, e.Key));
}
