using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Settings;

/// <summary>Ủy quyền: records that one person lends a permission to another for a period, and revokes it.</summary>
public sealed class DelegationService(IDbContextFactory<AppDbContext> databases, IValidator<DelegationRequest> validator, DelegationLimits limits, TimeProvider clock)
{
    /// <summary>Active, coming and past delegations. Three SQL commands.</summary>
    public async Task<Result<DelegationList>> ListAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var today = clock.Today();
        var users = await db.Users.AsNoTracking().Select(u => new { u.Id, u.FullName, u.Position, u.IsLocked }).ToDictionaryAsync(u => u.Id, stop);
        var roles = await db.RolesOfAsync(users.Keys, stop);
        var rows = await db.Delegations.AsNoTracking().ToListAsync(stop);
        var people = users.Values.Where(u => !u.IsLocked).OrderBy(u => VietnameseSort.SortKey(u.FullName), StringComparer.Ordinal)
            .Select(u => new NamedChoice(u.Id, u.Position is null ? u.FullName : $"{u.FullName} – {u.Position}")).ToList();
        return new DelegationList(
            [
                .. rows.Select(d => (Delegation: d, Hold: HoldOf(d))).Select(x => new DelegationRow(
                        x.Delegation.Id, users[x.Delegation.FromId].FullName, users[x.Delegation.ToId].FullName, x.Delegation.Permission, x.Delegation.From, x.Delegation.Until,
                        x.Delegation.LegalBasis, users[x.Delegation.RecordedById].FullName, x.Delegation.RecordedAt,
                        x.Delegation.RevokedAt, x.Delegation.RevokedById is { } by ? users[by].FullName : null, x.Hold is null && x.Delegation.IsActiveOn(today),
                        x.Delegation.RevokedAt is null && x.Delegation.Until >= today, x.Hold))
                    .OrderByDescending(d => d.IsActive).ThenByDescending(d => d.MayRevoke).ThenByDescending(d => d.From).ThenByDescending(d => d.Id),
            ],
            [.. people.Where(p => PermissionText.OfSteps.Any(RolePermissions.Of(roles[p.Id]).Contains))], people);

        // The same conditions by which the permission is lent or not.
        DelegationHold? HoldOf(Delegation d) => users[d.FromId].IsLocked ? DelegationHold.LenderLocked
            : users[d.ToId].IsLocked ? DelegationHold.DelegateLocked
            : RolePermissions.Of(roles[d.FromId]).Contains(d.Permission) ? null : DelegationHold.LenderHoldsNoMore;
    }

    /// <summary>Records a delegation; refused with all reasons.</summary>
    public async Task<Result> RecordAsync(Actor actor, DelegationRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var people = await db.Users.Where(u => !u.IsLocked && (u.Id == request.FromId || u.Id == request.ToId)).ToDictionaryAsync(u => u.Id, stop);
                if (!people.TryGetValue(request.FromId!.Value, out var lender)) return Failure.Invalid(nameof(request.FromId), "Chọn người ủy quyền trong danh sách.");
                if (!people.TryGetValue(request.ToId!.Value, out var delegated)) return Failure.Invalid(nameof(request.ToId), "Chọn người được ủy quyền trong danh sách.");
                var delegation = new Delegation
                {
                    FromId = lender.Id, ToId = delegated.Id, Permission = request.Permission!, From = ViShape.Date(request.FirstDay)!.Value, Until = ViShape.Date(request.LastDay)!.Value,
                    LegalBasis = VietnameseText.Clean(request.LegalBasis)!, RecordedById = actor.UserId!.Value, RecordedAt = clock.NowUtc(),
                };
                if (await WhyNotAsync(db, delegation, lender, delegated, stop) is { Count: > 0 } refusals) return Failure.Refused(refusals);

                // Two who record for the same lender at once meet at the lender's row.
                lender.ConcurrencyStamp = Guid.NewGuid().ToString();
                db.Delegations.Add(delegation);
                Tell(db, NoticeKind.AuthorityLent, delegation, lender.FullName, delegated.FullName);
                await db.SaveAsync(actor, delegation.LegalBasis, stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Ends a delegation from now on; what was signed by it stays signed.</summary>
    public async Task<Result> RevokeAsync(Actor actor, int id, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        if (VietnameseText.CleanLines(reason) is not { Length: <= 2000 } why) return Failure.Invalid("Reason", "Nhập lý do thu hồi, không quá 2.000 ký tự.");
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var delegation = await db.Delegations.SingleOrDefaultAsync(d => d.Id == id, stop);
                if (delegation is null) return Failure.NotFound;
                if (delegation.RevokedAt is not null) return Failure.Refused(new SettingRefusals.AlreadyRevoked());
                if (delegation.Until < clock.Today()) return Failure.Refused(new SettingRefusals.DelegationIsOver(delegation.Until));
                delegation.Revoke(actor.UserId!.Value, clock.NowUtc());
                var names = await db.Users.Where(u => u.Id == delegation.FromId || u.Id == delegation.ToId).ToDictionaryAsync(u => u.Id, u => u.FullName, stop);
                Tell(db, NoticeKind.LendingRevoked, delegation, names[delegation.FromId], names[delegation.ToId]);
                await db.SaveAsync(actor, why, stop);
                return Result.Done;
            },
            stop);
    }

    // Both learn of it at once: an administrator writes it down, but it is not his to lend.
    private void Tell(AppDbContext db, NoticeKind kind, Delegation of, string lender, string delegated)
    {
        var detail = $"{PermissionText.Of(of.Permission)}: {lender} ủy quyền cho {delegated}, từ {ViDates.Day(of.From)} đến hết {ViDates.Day(of.Until)}";
        foreach (var person in new[] { of.FromId, of.ToId }) db.Tell(person, kind, detail, clock.NowUtc());
    }

    private async Task<List<Refusal>> WhyNotAsync(AppDbContext db, Delegation asked, AppUser lender, AppUser delegated, CancellationToken stop)
    {
        var roles = await db.RolesOfAsync([lender.Id, delegated.Id], stop);
        List<Refusal> refusals =
        [
            .. DelegationRules.WhyNotLend(
                asked, new(lender.FullName, [.. roles[lender.Id]]), new(delegated.FullName, [.. roles[delegated.Id]]), clock.Today(), limits.LongestDays),
        ];
        var other = await db.Delegations.AsNoTracking()
            .Where(d => d.FromId == asked.FromId && d.Permission == asked.Permission && d.RevokedAt == null && d.From <= asked.Until && d.Until >= asked.From)
            .OrderBy(d => d.Id).Select(d => new { d.From, d.Until, Name = db.Users.Where(u => u.Id == d.ToId).Select(u => u.FullName).First() }).FirstOrDefaultAsync(stop);
        if (other is not null) refusals.Add(new SettingRefusals.DelegationOverlaps(other.Name, other.From, other.Until));
        return refusals;
    }
}
