using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Reads accounts for those who manage them.</summary>
public sealed class AccountDirectoryService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>One page of accounts, by the Vietnamese alphabet.</summary>
    public async Task<Result<AccountList>> ListAsync(Actor actor, AccountFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var users = db.Users.AsNoTracking().Matching(filter.Text);
        if (filter.Role is { } role)
        {
            var name = role.ToString();
            users = users.Where(u => db.UserRoles.Any(l => l.UserId == u.Id && db.Roles.Any(r => r.Id == l.RoleId && r.Name == name)));
        }

        var total = await users.CountAsync(stop);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + AccountFilter.PageSize - 1) / AccountFilter.PageSize));
        var chosen = users.OrderBy(u => EF.Property<string>(u, SearchKeys.SortKey)).ThenBy(u => u.Id)
            .Skip((page - 1) * AccountFilter.PageSize).Take(AccountFilter.PageSize);
        return new AccountList(await RowsAsync(db, chosen, clock.NowUtc(), stop), total, page);
    }

    /// <summary>One account.</summary>
    public async Task<Result<AccountRow>> FindAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await RowsAsync(db, db.Users.AsNoTracking().Where(u => u.Id == id), clock.NowUtc(), stop);
        return rows is [var row] ? row : Failure.NotFound;
    }

    internal static async Task<List<AccountRow>> RowsAsync(AppDbContext db, IQueryable<AppUser> chosen, DateTime now, CancellationToken stop)
    {
        var users = await chosen.Select(u => new
        {
            u.Id, u.Email, u.FullName, u.Position, u.IsLocked, HasPassword = u.PasswordHash != null, HasFactor = u.TwoFactorEnabled || db.Passkeys.Any(p => p.UserId == u.Id),
            IsLinked = db.UserLogins.Any(l => l.UserId == u.Id),
        }).ToListAsync(stop);
        var ids = users.ConvertAll(u => u.Id);
        var asked = await db.OpenAsync(db.AccountRequests.AsNoTracking().WaitingAt(now).Where(r => r.Kind == AccountRequestKind.GiveRoles && ids.Contains(r.UserId)), now, stop);
        var awaited = asked.Select(a => a.Request.UserId).ToHashSet();
        var held = await db.UserRoles.Where(l => ids.Contains(l.UserId))
            .Join(db.Roles, l => l.RoleId, r => r.Id, (l, r) => new { l.UserId, r.Name }).ToListAsync(stop);
        return users.ConvertAll(u => new AccountRow(
            u.Id, u.Email!, u.FullName, u.Position, u.IsLocked,
            [.. held.Where(h => h.UserId == u.Id).Select(h => Enum.Parse<Role>(h.Name!)).Order()])
        {
            HasPassword = u.HasPassword, IsAwaited = awaited.Contains(u.Id), HasFactor = u.HasFactor, IsLinked = u.IsLinked,
        });
    }
}
