using KhuyenCong.Data;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>The verification for those who read the trail, and the heads that were exported.</summary>
public sealed class IntegrityService(AppDbContext db, AuditVerifyService verification, HeadArchive archive, VerificationTurn turn)
{
    /// <summary>Verifies everything; refused while another verification runs.</summary>
    public async Task<Result<AuditReport>> VerifyAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.AuditRead)) return Failure.Forbidden;
        using var taken = turn.Take();
        if (taken is null) return Failure.Refused(new AuditRefusals.VerificationRuns());
        var report = await verification.VerifyAsync(null, stop);
        return actor.May(Permissions.AuditReadAll) ? report : report with { Faults = [.. report.Faults.Select(WithoutAmounts)] };
    }

    // Who keeps accounts and settings learns which row does not agree, not what the business is worth.
    private static AuditFault WithoutAmounts(AuditFault fault) => fault with { Kept = null, Counted = null, IsReserved = fault.Kept is not null || fault.Counted is not null };

    /// <summary>The last exported heads, each compared with the trail; one SQL command.</summary>
    public async Task<Result<IReadOnlyList<ComparedHead>>> HeadsAsync(Actor actor, int count, CancellationToken stop)
    {
        if (!actor.May(Permissions.AuditRead)) return Failure.Forbidden;
        var heads = (await archive.ReadAsync(count, stop)).ToList();
        var numbers = heads.ConvertAll(h => h.Mark?.Number ?? 0);
        var hashes = await db.AuditEntries.Where(e => numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, e => e.Hash, stop);
        return heads.ConvertAll(h => new ComparedHead(h, h.Mark is { } mark && (mark.Number == 0 || (hashes.TryGetValue(mark.Number, out var hash) && mark.Bears(hash)))));
    }
}
