using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Compares with the trail all rows that let a person in and give rights: what was put there behind the portal's back gives none.</summary>
public sealed class AccountSealService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Rows that do not agree with their newest entries; the alarm has rung. Some twenty SQL commands, of few rows each.</summary>
    /// <param name="actor">Who is at work: the person who signs in or whose session is checked.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IReadOnlyList<BrokenSeal>> FindFalsifiedAsync(Actor actor, CancellationToken stop)
    {
        var id = actor.UserId;
        var today = clock.Today();
        var delegations = await db.Delegations.Where(d => d.ToId == id && d.RevokedAt == null && d.From <= today && d.Until >= today).ToListAsync(stop);
        var people = delegations.Select(d => d.FromId).Append(id ?? 0).Distinct().ToList();
        var links = await db.UserRoles.Where(l => people.Contains(l.UserId)).ToListAsync(stop);
        var roleIds = links.Select(l => l.RoleId).Distinct().ToList();
        List<object> rows = [.. delegations, .. links];
        rows.AddRange(await db.Users.Where(u => people.Contains(u.Id)).ToListAsync(stop));
        rows.AddRange(await db.Roles.Where(r => roleIds.Contains(r.Id)).ToListAsync(stop));

        // Claims in these tables give roles too; the portal writes none.
        rows.AddRange(await db.UserClaims.Where(c => c.UserId == id).ToListAsync(stop));
        rows.AddRange(await db.Passkeys.Where(k => k.UserId == id).ToListAsync(stop));
        rows.AddRange(await db.RecoveryCodes.Where(c => c.UserId == id).ToListAsync(stop));
        rows.AddRange(await db.UserLogins.Where(t => t.UserId == id).ToListAsync(stop));
        rows.AddRange(await db.RoleClaims.Where(c => roleIds.Contains(c.RoleId)).ToListAsync(stop));
        return await db.FindFalsifiedAsync(rows, actor, stop);
    }
}
