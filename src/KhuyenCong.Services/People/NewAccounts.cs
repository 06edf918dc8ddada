using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Accounts as they begin: without roles and without a password.</summary>
internal static class NewAccounts
{
    /// <summary>The account as typed, not yet among the rows.</summary>
    public static AppUser Draft(this UserManager<AppUser> users, NewAccount request)
    {
        var email = request.Email!.Trim();
        return new AppUser
        {
            UserName = email, Email = email, EmailConfirmed = true, FullName = VietnameseText.Clean(request.FullName)!,
            Position = VietnameseText.Clean(request.Position), LockoutEnabled = true,
            NormalizedUserName = users.NormalizeName(email), NormalizedEmail = users.NormalizeEmail(email), SecurityStamp = Guid.NewGuid().ToString("N"),
        };
    }

    /// <summary>Adds the account, unless its address is taken. Whoever calls saves.</summary>
    public static async Task<Failure?> AddAccountAsync(this AppDbContext db, AppUser user, CancellationToken stop)
    {
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail || u.NormalizedUserName == user.NormalizedUserName, stop))
        {
            return Failure.Refused(new AccountRefusals.AddressTaken(user.Email!));
        }

        db.Users.Add(user);
        return null;
    }
}
