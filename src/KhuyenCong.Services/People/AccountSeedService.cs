using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>The rows of the roles, and the demo's accounts; run again, it changes nothing.</summary>
public sealed class AccountSeedService(AppDbContext db, RoleManager<AppRole> roles, UserManager<AppUser> users)
{
    public async Task SeedRolesAsync(CancellationToken stop)
    {
        var there = await db.Roles.Select(r => r.Name).ToListAsync(stop);
        foreach (var role in Enum.GetNames<Role>().Except(there, StringComparer.Ordinal))
        {
            IdentityFailure.ThrowUnlessDone(await roles.CreateAsync(new AppRole { Name = role }));
        }
    }

    public async Task SeedDemoAccountsAsync(string password, CancellationToken stop)
    {
        var there = await db.Users.Select(u => u.Email).ToListAsync(stop);
        foreach (var account in DemoAccount.All.ExceptBy(there, a => a.Email, StringComparer.OrdinalIgnoreCase))
        {
            var user = new AppUser
            {
                UserName = account.Email, Email = account.Email, EmailConfirmed = true, FullName = account.FullName, Position = account.Position,
            };
            IdentityFailure.ThrowUnlessDone(await users.CreateAsync(user, password));
            IdentityFailure.ThrowUnlessDone(await users.AddToRolesAsync(user, account.Roles.Select(r => r.ToString())));
        }
    }
}
