using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Settings;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Reads requests for those who confirm them.</summary>
public sealed class AccountRequestReadService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>One page: what waits first, then the newest. Five SQL commands.</summary>
    public async Task<Result<AccountRequestList>> ListAsync(Actor actor, int page, CancellationToken stop)
    {
        if (!actor.Holds(Permissions.AccountsConfirm)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var since = clock.NowUtc() - AccountRequest.Longest;
        var total = await db.AccountRequests.CountAsync(stop);
        var at = Math.Clamp(page, 1, Math.Max(1, (total + AccountRequestList.PageSize - 1) / AccountRequestList.PageSize));
        var requests = db.AccountRequests.AsNoTracking().OrderByDescending(r => r.Verdict == null && r.RequestedAt > since).ThenByDescending(r => r.Id)
            .Skip((at - 1) * AccountRequestList.PageSize).Take(AccountRequestList.PageSize);
        return new AccountRequestList(await RowsAsync(db, actor, requests, stop), total, at);
    }

    /// <summary>One request.</summary>
    public async Task<Result<AccountRequestRow>> FindAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.Holds(Permissions.AccountsConfirm)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await RowsAsync(db, actor, db.AccountRequests.AsNoTracking().Where(r => r.Id == id), stop) is [var row] ? row : Failure.NotFound;
    }

    /// <summary>What waits for one account, for those who manage accounts.</summary>
    public async Task<Result<List<AccountRequestRow>>> OfAccountAsync(Actor actor, int userId, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await RowsAsync(db, actor, db.AccountRequests.AsNoTracking().WaitingAt(clock.NowUtc()).Where(r => r.UserId == userId).OrderBy(r => r.Id).Take(AccountRequestList.PageSize), stop);
        return rows.FindAll(r => r.IsOpen);
    }

    private async Task<List<AccountRequestRow>> RowsAsync(AppDbContext db, Actor actor, IQueryable<AccountRequest> chosen, CancellationToken stop)
    {
        var requests = await chosen.Include(r => r.Verdict).ToListAsync(stop);
        if (requests.Count == 0) return [];
        var ids = requests.Select(r => r.UserId).Distinct().ToList();
        var users = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, stop);
        var held = await db.RolesOfAsync(ids, stop);
        var manages = await db.ManagersAsync(stop);
        var confirms = await db.ConfirmersAsync(stop);
        return requests.ConvertAll(r =>
        {
            var user = users[r.UserId];
            var (account, requesterManages) = ((user.FullName, AccountMark.Of(user.SecurityStamp)), manages.Contains(r.RequestedById));
            return new AccountRequestRow(r, user.FullName, user.Email!, user.Position, user.IsLocked, [.. held[r.UserId].Order()])
            {
                WhyNot = AccountRequestRules.RefuseConfirm(actor, r, account, requesterManages, clock.NowUtc()),
                Voids = r.Verdict is null ? AccountRequestRules.Voids(r, account, requesterManages, clock.NowUtc()) : [],
                HasNoSecondPerson = !confirms.Any(c => c != r.RequestedById && c != r.UserId),
            };
        });
    }
}
