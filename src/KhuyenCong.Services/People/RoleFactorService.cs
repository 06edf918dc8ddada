using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Which roles demand a second factor: a setting that administrators change with a reason.</summary>
public sealed class RoleFactorService(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<List<RoleFactor>>> ListAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var roles = await db.Roles.AsNoTracking().Select(r => new { r.Id, r.Name, r.RequiresSecondFactor }).ToListAsync(stop);
        var active = db.UserRoles.Where(l => db.Users.Any(u => u.Id == l.UserId && !u.IsLocked));
        var holders = await CountAsync(active, stop);
        var ready = await CountAsync(active.Where(l => db.Users.Any(u => u.Id == l.UserId && u.TwoFactorEnabled) || db.Passkeys.Any(p => p.UserId == l.UserId)), stop);
        return roles.Where(r => Enum.TryParse<Role>(r.Name, out _)).Select(r => new RoleFactor(
            Enum.Parse<Role>(r.Name!), r.RequiresSecondFactor, holders.GetValueOrDefault(r.Id), ready.GetValueOrDefault(r.Id))).OrderBy(r => r.Role).ToList();
    }

    private static Task<Dictionary<int, int>> CountAsync(IQueryable<IdentityUserRole<int>> links, CancellationToken stop) =>
        links.GroupBy(l => l.RoleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    /// <summary>Has exactly these roles demand a factor.</summary>
    public async Task<Result> SetAsync(Actor actor, IReadOnlyCollection<Role> required, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 2000) return Failure.Invalid("Reason", "Ghi lý do, không quá 2.000 ký tự.");
        if (!required.All(Enum.IsDefined)) return Failure.Invalid("Roles", "Chọn vai trò có trong danh sách.");
        if (StepUpRules.Refuse(actor) is { } refused) return refused;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var names = required.Select(r => r.ToString()).ToHashSet(StringComparer.Ordinal);
                foreach (var role in await db.Roles.ToListAsync(stop))
                {
                    if (role.RequiresSecondFactor == names.Contains(role.Name!)) continue;
                    role.RequiresSecondFactor = !role.RequiresSecondFactor;
                    role.ConcurrencyStamp = Guid.NewGuid().ToString("N");
                }

                await db.SaveAsync(actor, reason, stop);
                return Result.Done;
            },
            stop);
    }
}
