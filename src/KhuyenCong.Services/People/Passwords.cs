using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Services.People;

/// <summary>A password as it is looked at and set, whoever sets it.</summary>
internal static class Passwords
{
    /// <summary>Why a password is refused, in sentences; null for one that may be used.</summary>
    public static async Task<string?> FaultsAsync(this UserManager<AppUser> users, AppUser user, string password)
    {
        var faults = new List<string>();
        foreach (var rule in users.PasswordValidators)
        {
            faults.AddRange((await rule.ValidateAsync(users, user, password)).Errors.Select(e => e.Description));
        }

        return faults.Count == 0 ? null : string.Join(' ', faults);
    }

    /// <summary>
    /// Gives the account a password: the person is told, other sessions end, links that wait stop working. Whoever calls
    /// saves.
    /// </summary>
    public static async Task SetPasswordAsync(
        this AppDbContext db, UserManager<AppUser> users, AppUser user, string password, (DateTime Business, DateTime Door) at, string? keep, CancellationToken stop)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.PasswordChangedAt = at.Business;
        user.MustChangePassword = false;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        await db.DropLinksAsync(user.Id, at.Door, stop);
        await db.AccountChangedAsync(user, at.Door, keep, stop);
        db.Tell(user.Id, NoticeKind.PasswordChanged, null, at.Business);
    }

    /// <summary>The account is another one from now on: its sessions end, requests about it as it was are confirmed no more.</summary>
    public static async Task AccountChangedAsync(this AppDbContext db, AppUser user, DateTime door, string? keep, CancellationToken stop)
    {
        await db.EndSessionsAsync(user.Id, SessionEnd.AccountChanged, door, keep, stop);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
