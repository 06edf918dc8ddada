using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Makes the demo's accounts; run again, it changes nothing: an account that the trail knows is not made twice. The roles' rows must be there.</summary>
public sealed class DemoAccountsService(AppDbContext db, UserManager<AppUser> users)
{
    private static readonly Actor Seeder = Actor.System("Tài khoản minh họa");

    /// <returns>The accounts that are gone without an entry that says so.</returns>
    public async Task<IReadOnlyList<BrokenSeal>> SeedAsync(string password, CancellationToken stop)
    {
        List<BrokenSeal> alarms = [];
        var there = await db.Users.Select(u => u.Email).ToListAsync(stop);
        var missing = DemoAccount.All.ExceptBy(there, a => a.Email, StringComparer.OrdinalIgnoreCase);
        foreach (var account in await KnownRows.NeverKnownAsync(db, nameof(AppUser), ["Email"], missing, a => a.Email, alarms, stop))
        {
            var user = new AppUser
            {
                UserName = account.Email, Email = account.Email, EmailConfirmed = true, FullName = account.FullName, Position = account.Position,
            };
            // Shown on the sign-in page by design: the rules for passwords do not concern it.
            user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
            IdentityFailure.ThrowUnlessDone(await users.CreateAsync(user));
            IdentityFailure.ThrowUnlessDone(await users.AddToRolesAsync(user, account.Roles.Select(r => r.ToString())));
        }

        if (alarms.Count > 0) await db.AlarmAsync(alarms, Seeder);
        return alarms;
    }
}
