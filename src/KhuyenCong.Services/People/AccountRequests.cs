using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>What waits for a second person.</summary>
internal static class AccountRequests
{
    /// <summary>Neither answered nor run out.</summary>
    public static IQueryable<AccountRequest> WaitingAt(this IQueryable<AccountRequest> requests, DateTime now)
    {
        var since = now - AccountRequest.Longest;
        return requests.Where(r => r.Verdict == null && r.RequestedAt > since);
    }

    /// <summary>
    /// Of requests that wait, those that somebody can still confirm: the account is as it was, and who asked still manages
    /// accounts. The mark of an account is made here, not in the database. One SQL command.
    /// </summary>
    public static async Task<List<(AccountRequest Request, string Name)>> OpenAsync(this AppDbContext db, IQueryable<AccountRequest> waiting, DateTime now, CancellationToken stop)
    {
        var managers = db.HoldersOf(Permissions.AccountsManage);
        var rows = await waiting.OrderBy(r => r.Id).Select(r => new
        {
            Request = r, User = db.Users.Where(u => u.Id == r.UserId).Select(u => new { u.FullName, u.SecurityStamp }).First(), Manages = managers.Contains(r.RequestedById),
        }).ToListAsync(stop);
        return
        [
            .. rows.Where(r => AccountRequestRules.Voids(r.Request, (r.User.FullName, AccountMark.Of(r.User.SecurityStamp)), r.Manages, now).Count == 0)
                .Select(r => (r.Request, r.User.FullName)),
        ];
    }

    /// <summary>Asks, unless the same waits already and can still be confirmed. Two who ask at once meet at the account's row. Whoever calls saves.</summary>
    public static async Task<Result<AccountRequest>> AskAsync(
        this AppDbContext db, Actor actor, AppUser user, AccountRequestKind kind, IEnumerable<Role> roles, string reason, DateTime now, CancellationToken stop)
    {
        var same = db.AccountRequests.AsNoTracking().WaitingAt(now).Where(r => r.UserId == user.Id && r.Kind == kind);
        if ((await db.OpenAsync(same, now, stop)).Count > 0) return Failure.Refused(new AccountRefusals.AlreadyAsked(kind));
        var request = new AccountRequest
        {
            Kind = kind, UserId = user.Id, Roles = AccountRequest.Terms(roles, AccountMark.Of(user.SecurityStamp)), Reason = reason.Trim(),
            RequestedById = actor.UserId!.Value, RequestedByName = actor.Name, RequestedAt = now,
        };
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        db.AccountRequests.Add(request);
        return request;
    }
}
