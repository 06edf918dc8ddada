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

    /// <summary>Asks, unless the same waits already. Two who ask at once meet at the account's row. Whoever calls saves.</summary>
    public static async Task<Result<AccountRequest>> AskAsync(
        this AppDbContext db, Actor actor, AppUser user, AccountRequestKind kind, IEnumerable<Role> roles, string reason, DateTime now, CancellationToken stop)
    {
        if (await db.AccountRequests.WaitingAt(now).AnyAsync(r => r.UserId == user.Id && r.Kind == kind, stop)) return Failure.Refused(new AccountRefusals.AlreadyAsked(kind));
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
