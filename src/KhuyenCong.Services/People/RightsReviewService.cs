using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Settings;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>The matrix of accounts and permissions, to read and to export.</summary>
public sealed class RightsReviewService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>The most accounts of one export.</summary>
    public const int MostExported = 5_000;

    /// <summary>One page; at most six SQL commands.</summary>
    public async Task<Result<RightsReview>> ReadAsync(Actor actor, int page, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var total = await db.Users.CountAsync(stop);
        var at = Math.Clamp(page, 1, Math.Max(1, (total + RightsReview.PageSize - 1) / RightsReview.PageSize));
        return new RightsReview(await RowsAsync(db, Sorted(db).Skip((at - 1) * RightsReview.PageSize).Take(RightsReview.PageSize), stop), total, at);
    }

    /// <summary>Every account as a workbook.</summary>
    public async Task<Result<ExportFile>> ExportAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.AccountsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await RowsAsync(db, Sorted(db).Take(MostExported), stop);
        var name = "ra-soat-quyen-" + clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return ExportFile.Of(RightsReviewBook.Of(rows, actor.Name, clock.NowUtc()), ExportFormat.Xlsx, name);
    }

    private static IQueryable<AppUser> Sorted(AppDbContext db) => db.Users.AsNoTracking().OrderBy(u => EF.Property<string>(u, SearchKeys.SortKey)).ThenBy(u => u.Id);

    private async Task<List<AccountRow>> RowsAsync(AppDbContext db, IQueryable<AppUser> chosen, CancellationToken stop)
    {
        var rows = await AccountDirectoryService.RowsAsync(db, chosen, clock.NowUtc(), stop);
        var ids = rows.ConvertAll(r => r.Id);
        var last = await db.SignInEvents.Where(e => ids.Contains(e.UserId) && e.Kind == SignInKind.SignedIn)
            .GroupBy(e => e.UserId).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(g => g.Key, g => g.At, stop);
        var lent = (await StandingAsync(db, ids, stop)).ToLookup(d => d.ToId, d => d.Permission);
        return rows.ConvertAll(r => r with
        {
            LastSignIn = last.TryGetValue(r.Id, out var at) ? at : null,
            Lent = lent[r.Id].ToHashSet(StringComparer.Ordinal),
        });
    }

    private async Task<List<Delegation>> StandingAsync(AppDbContext db, List<int> ids, CancellationToken stop)
    {
        var day = clock.Today();
        var standing = await db.Delegations.AsNoTracking().Where(d => ids.Contains(d.ToId) && d.RevokedAt == null && d.From <= day && d.Until >= day
            && db.Users.Any(u => u.Id == d.FromId && !u.IsLocked)).OrderBy(d => d.Id).ToListAsync(stop);
        if (standing.Count == 0) return standing;
        var held = await db.RolesOfAsync([.. standing.Select(d => d.FromId).Distinct()], stop);
        return standing.FindAll(d => RolePermissions.Of(held[d.FromId]).Contains(d.Permission));
    }
}
