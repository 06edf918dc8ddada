using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>The roles of accounts as they are read and set.</summary>
internal static class AccountRoles
{
    /// <summary>
    /// Whether the account is an active administrator, and how many others are. The role's row moves with every change
    /// that may lower their number, so that two such changes at once collide on it and the later one counts again.
    /// </summary>
    public static async Task<(bool IsAdministrator, int Others)> AdministratorsAsync(this AppDbContext db, AppUser user, CancellationToken stop)
    {
        var role = await db.Roles.SingleAsync(r => r.Name == nameof(Role.Administrator), stop);
        var ids = await db.UserRoles.Where(l => l.RoleId == role.Id && db.Users.Any(u => u.Id == l.UserId && !u.IsLocked))
            .Select(l => l.UserId).ToListAsync(stop);
        var isAdministrator = ids.Remove(user.Id);
        if (isAdministrator) role.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        return (isAdministrator, ids.Count);
    }

    /// <summary>The active accounts whose roles manage accounts.</summary>
    public static Task<HashSet<int>> ManagersAsync(this AppDbContext db, CancellationToken stop) => db.HoldersOf(Permissions.AccountsManage).ToHashSetAsync(stop);

    /// <summary>The active accounts whose roles confirm what administrators ask for.</summary>
    public static Task<HashSet<int>> ConfirmersAsync(this AppDbContext db, CancellationToken stop) => db.HoldersOf(Permissions.AccountsConfirm).ToHashSetAsync(stop);

    /// <summary>The active accounts whose roles hold a permission.</summary>
    public static IQueryable<int> HoldersOf(this AppDbContext db, string permission)
    {
        var names = Enum.GetValues<Role>().Where(r => RolePermissions.Of(r).Contains(permission)).Select(r => r.ToString()).ToList();
        return db.UserRoles.Where(l => db.Roles.Any(r => r.Id == l.RoleId && names.Contains(r.Name!)) && db.Users.Any(u => u.Id == l.UserId && !u.IsLocked))
            .Select(l => l.UserId);
    }

    /// <summary>The roles that an account holds.</summary>
    public static async Task<List<Role>> HeldAsync(this AppDbContext db, int userId, CancellationToken stop) =>
        (await db.UserRoles.Where(l => l.UserId == userId).Join(db.Roles, l => l.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(stop)).ConvertAll(Enum.Parse<Role>);

    /// <summary>Gives an account exactly these roles. Whoever calls saves.</summary>
    public static async Task SetRolesAsync(this AppDbContext db, AppUser user, IReadOnlyCollection<Role> roles, CancellationToken stop)
    {
        var wanted = roles.Select(r => r.ToString()).ToList();
        var ids = await db.Roles.Where(r => wanted.Contains(r.Name!)).Select(r => r.Id).ToListAsync(stop);
        var held = await db.UserRoles.Where(l => l.UserId == user.Id).ToListAsync(stop);
        db.UserRoles.RemoveRange(held.Where(l => !ids.Contains(l.RoleId)));
        db.UserRoles.AddRange(ids.Except(held.Select(l => l.RoleId)).Select(id => new IdentityUserRole<int> { UserId = user.Id, RoleId = id }));
    }
}
