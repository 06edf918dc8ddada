using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Services.People;

/// <summary>Compares with the trail all rows that let a person in and give rights: what was put there behind the portal's back gives none.</summary>
public sealed class AccountSealService(AppDbContext db)
{
    private static readonly SealedDetour Lenders = new(typeof(Delegation), nameof(Delegation.FromId), nameof(Delegation.ToId));

    /// <summary>Rows that do not agree with their newest entries; the alarm has rung. Two SQL commands when all is well.</summary>
    /// <param name="actor">Who is at work: the person who signs in or whose session is checked.</param>
    /// <param name="stop">Cancels.</param>
    public Task<IReadOnlyList<BrokenSeal>> FindFalsifiedAsync(Actor actor, CancellationToken stop)
    {
        var id = actor.UserId ?? 0;
        SealedQuestion Own(Type entity, string by = nameof(Passkey.UserId)) => new(entity, by, id);

        // Of those who lend to the person the account and its roles count too. Claims in these tables give roles; the portal writes none.
        return db.FindFalsifiedAsync(
            [
                Own(typeof(Delegation), nameof(Delegation.ToId)),
                Own(typeof(AppUser), nameof(AppUser.Id)) with { OrAny = Lenders }, Own(typeof(IdentityUserRole<int>)) with { OrAny = Lenders },
                Own(typeof(IdentityUserClaim<int>)), Own(typeof(IdentityUserLogin<int>)), Own(typeof(Passkey)), Own(typeof(RecoveryCode)),
                new(typeof(AppRole)), new(typeof(IdentityRoleClaim<int>)),
            ],
            actor, stop);
    }
}
