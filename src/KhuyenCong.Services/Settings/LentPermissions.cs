using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Approvals;
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
    public static async Task<IReadOnlySet<string>> LentToAsync(this AppDbContext db, int userId, DateOnly day, CancellationToken stop) =>
        (await db.StandingAsync(userId, null, day, stop)).Select(d => d.Permission).ToHashSet(StringComparer.Ordinal);

    /// <summary>The delegations behind them, oldest first; of one permission, or of every one.</summary>
    internal static async Task<List<Delegation>> StandingAsync(this AppDbContext db, int? userId, string? permission, DateOnly day, CancellationToken stop)
    {
        var standing = await db.Delegations.AsNoTracking()
            .Where(d => d.ToId == userId && (permission == null || d.Permission == permission))
            .Where(d => d.RevokedAt == null && d.From <= day && d.Until >= day && db.Users.Any(u => u.Id == d.FromId && !u.IsLocked))
            .OrderBy(d => d.Id).ToListAsync(stop);
        if (standing.Count == 0) return standing;
        var held = await db.RolesOfAsync([.. standing.Select(d => d.FromId)], stop);
        return standing.FindAll(d => RolePermissions.Of(held[d.FromId]).Contains(d.Permission));
    }

    /// <summary>Why nothing of a permission is lent to a person who acts by a delegation.</summary>
    internal static async Task<Refusal> WhyNothingLentAsync(this AppDbContext db, int? userId, string permission, DateOnly day, CancellationToken stop)
    {
        var last = await db.Delegations.AsNoTracking()
            .Where(d => d.ToId == userId && d.Permission == permission && d.RevokedAt == null && d.From <= day && d.Until >= day).OrderByDescending(d => d.Id)
            .Join(db.Users, d => d.FromId, u => u.Id, (d, u) => new { u.FullName, u.IsLocked }).FirstOrDefaultAsync(stop);
        return last is null ? new ApprovalRefusals.DelegationOver()
            : last.IsLocked ? new ApprovalRefusals.LenderLocked(last.FullName) : new ApprovalRefusals.LenderHoldsNoMore(last.FullName);
    }

    /// <summary>The roles of some people.</summary>
    internal static async Task<ILookup<int, Role>> RolesOfAsync(this AppDbContext db, IReadOnlyCollection<int> userIds, CancellationToken stop)
    {
        var held = await db.UserRoles.Where(l => userIds.Contains(l.UserId)).Join(db.Roles, l => l.RoleId, r => r.Id, (l, r) => new { l.UserId, r.Name }).ToListAsync(stop);
        return held.ToLookup(h => h.UserId, h => Enum.Parse<Role>(h.Name!));
    }
}
