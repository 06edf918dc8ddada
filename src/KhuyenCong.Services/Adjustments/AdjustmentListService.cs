using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Lists adjustments, the newest first; two SQL commands.</summary>
public sealed class AdjustmentListService(AppDbContext db)
{
    public const int PageSize = 50;

    public async Task<Result<AdjustmentList>> ReadAsync(Actor actor, AdjustmentFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var rows = db.Adjustments.AsNoTracking().Where(a => filter.PlanId == null || a.PlanId == filter.PlanId).Where(a => filter.Status == null || a.Status == filter.Status);
        var found = await rows.CountAsync(stop);
        var page = Math.Clamp(filter.Page ?? 1, 1, Math.Max(1, (found + PageSize - 1) / PageSize));
        var shown = await rows.OrderByDescending(a => a.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(a => new AdjustmentRow(
                a.Id, a.PlanId, a.Plan!.Title, a.Ordinal, a.Reason, a.Status, a.SubmittedAt, a.Lines.Count, a.DecisionId, a.Decision!.Number,
                a.Decision == null ? null : (long)a.Decision.Effect))
            .ToListAsync(stop);
        return new AdjustmentList(shown, found, page);
    }
}
