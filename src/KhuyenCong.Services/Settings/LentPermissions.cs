using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Settings;

/// <summary>What others lend to a person.</summary>
public static class LentPermissions
{
    /// <summary>
    /// The permissions lent to a person on a day. What the lender does not hold by a role any more, or a locked lender's, is
    /// not lent either. At most two SQL commands.
    /// </summary>
    public static async Task<IReadOnlySet<string>> LentToAsync(this AppDbContext db, int userId, DateOnly day, CancellationToken stop)
    {
        var standing = await db.Delegations.AsNoTracking()
            .Where(d => d.ToId == userId && d.RevokedAt == null && d.From <= day && d.Until >= day && db.Users.Any(u => u.Id == d.FromId && !u.IsLocked))
            .Select(d => new { d.FromId, d.Permission }).ToListAsync(stop);
        if (standing.Count == 0) return new HashSet<string>(StringComparer.Ordinal);
        var held = await db.RolesOfAsync([.. standing.Select(d => d.FromId)], stop);
        return standing.Where(d => RolePermissions.Of(held[d.FromId]).Contains(d.Permission)).Select(d => d.Permission).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The roles of some people.</summary>
    internal static async Task<ILookup<int, Role>> RolesOfAsync(this AppDbContext db, IReadOnlyCollection<int> userIds, CancellationToken stop)
    {
        var held = await db.UserRoles.Where(l => userIds.Contains(l.UserId)).Join(db.Roles, l => l.RoleId, r => r.Id, (l, r) => new { l.UserId, r.Name }).ToListAsync(stop);
        return held.ToLookup(h => h.UserId, h => Enum.Parse<Role>(h.Name!));
    }
}
