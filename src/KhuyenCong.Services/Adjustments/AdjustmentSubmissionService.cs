using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Approvals;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Submits an adjustment, returns it to its author, or turns it down.</summary>
public sealed class AdjustmentSubmissionService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>
    /// Submits the adjustment as it was shown: its content, with the terms it was written against, is frozen with a hash.
    /// </summary>
    public Task<Result> SubmitAsync(Actor actor, int id, int version, CancellationToken stop) => actor.May(Permissions.AdjustmentsSubmit)
        ? MoveAsync(
            actor, id, version, AdjustmentAction.Submit, null,
            async (db, read) =>
            {
                if (AdjustmentRules.WhyNotSubmit(read.Adjustment, read.Plan, read.Effects, read.Limits) is { Count: > 0 } refusals) return Failure.Refused(refusals);
                foreach (var line in read.Effects.SelectMany(e => e.Lines.Select(l => (Line: l, e.Before)))) line.Line.BaseTermsId = line.Before?.Id;
                await db.FreezeAsync(
                    ApprovalSubject.Adjustment, (id, read.Plan.Id, read.Adjustment.Round + 1), read.Canonical, read.AtStake, actor, clock.NowUtc(), stop);
                return null;
            },
            stop)
        : Task.FromResult<Result>(Failure.Forbidden);

    /// <summary>Returns it to its author, who changes it and submits again.</summary>
    public Task<Result> ReturnAsync(Actor actor, int id, int version, string? reason, CancellationToken stop) =>
        EndAsync(actor, actor.May(Permissions.PlansReturn) || actor.May(Permissions.PlansApprove), id, version, AdjustmentAction.Return, reason, stop);

    /// <summary>Turns it down for good.</summary>
    public Task<Result> RejectAsync(Actor actor, int id, int version, string? reason, CancellationToken stop) =>
        EndAsync(actor, actor.May(Permissions.PlansApprove), id, version, AdjustmentAction.Reject, reason, stop);

    private async Task<Result> EndAsync(Actor actor, bool may, int id, int version, AdjustmentAction action, string? reason, CancellationToken stop)
    {
        if (!may) return Failure.Forbidden;
        if (VietnameseText.CleanLines(reason) is not { } why) return Failure.Invalid("Reason", "Nhập lý do.");
        if (why.Length > 2000) return Failure.Invalid("Reason", "Lý do dài không quá 2.000 ký tự.");
        return await MoveAsync(
            actor, id, version, action, why,
            (_, read) => Task.FromResult(AdjustmentRules.WhyNotMove(read.Adjustment, action) is { Count: > 0 } refusals ? Failure.Refused(refusals) : null), stop);
    }

    private async Task<Result> MoveAsync(
        Actor actor, int id, int version, AdjustmentAction action, string? reason, Func<AppDbContext, AdjustmentReading, Task<Failure?>> prepare, CancellationToken stop)
    {
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        var read = await AdjustmentReading.FindAsync(db, id, today, stop);
        if (read is null) return Failure.NotFound;
        if (read.Adjustment.Version != version) return await db.StaleAdjustmentAsync(id, today, stop);
        if (await prepare(db, read) is { } failure) return failure;
        read.Adjustment.Move(action, actor, clock.NowUtc(), reason);
        return await db.SaveEditAsync(actor, reason, () => db.StaleAdjustmentAsync(id, today, stop), stop);
    }
}
