using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Makes the demo's accounts; run again, it changes nothing. The roles' rows must be there.</summary>
public sealed class DemoAccountsService(AppDbContext db, UserManager<AppUser> users)
{
    public async Task SeedAsync(string password, CancellationToken stop)
    {
        var there = await db.Users.Select(u => u.Email).ToListAsync(stop);
        foreach (var account in DemoAccount.All.ExceptBy(there, a => a.Email, StringComparer.OrdinalIgnoreCase))
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
    }
}
