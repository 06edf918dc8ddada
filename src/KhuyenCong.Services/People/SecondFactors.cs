using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>What an account has to show beside its password.</summary>
public static class SecondFactors
{
    /// <summary>Whether the account has a factor, and whether a role of it demands one.</summary>
    public static async Task<(bool Has, bool IsRequired)> FactorsOfAsync(this AppDbContext db, int userId, CancellationToken stop)
    {
        var found = await db.Users.Where(u => u.Id == userId).Select(u => new
        {
            Has = u.TwoFactorEnabled || db.Passkeys.Any(p => p.UserId == u.Id),
            IsRequired = db.UserRoles.Any(l => l.UserId == u.Id && db.Roles.Any(r => r.Id == l.RoleId && r.RequiresSecondFactor)),
        }).SingleOrDefaultAsync(stop);
        return found is null ? (false, false) : (found.Has, found.IsRequired);
    }

    /// <summary>
    /// Takes every factor, recovery code and link with a provider away, as a confirmed request for new factors asks; the
    /// password stays. Whoever calls saves, once two people agreed.
    /// </summary>
    public static async Task DropFactorsAsync(this AppDbContext db, SecretBox box, AppUser user, (DateTime Business, DateTime Door) at, CancellationToken stop)
    {
        await db.SetAuthenticatorKeyAsync(box, user.Id, null, stop);
        user.TwoFactorEnabled = false;
        db.Passkeys.RemoveRange(await db.Passkeys.Where(p => p.UserId == user.Id).ToListAsync(stop));
        await db.DropRecoveryCodesAsync(user.Id, at.Door, stop);
        await db.DropProviderLinksAsync(user.Id, at.Business, stop);
        await db.FactorsChangedAsync(user, NoticeKind.FactorRemoved, "Mọi cách xác thực", at, keep: null, stop);
    }

    /// <summary>
    /// The account's factors changed: the person is told, and every session but the own one ends. Whoever calls saves.
    /// </summary>
    internal static async Task FactorsChangedAsync(
        this AppDbContext db, AppUser user, NoticeKind kind, string? detail, (DateTime Business, DateTime Door) at, string? keep, CancellationToken stop)
    {
        db.Tell(user.Id, kind, detail, at.Business);
        await db.EndSessionsAsync(user.Id, SessionEnd.AccountChanged, at.Door, keep, stop);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
