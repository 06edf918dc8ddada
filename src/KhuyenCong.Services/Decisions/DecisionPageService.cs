using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Decisions;

/// <summary>Reads one decision with the terms it carries.</summary>
public sealed class DecisionPageService(AppDbContext db)
{
    /// <summary>Six SQL commands, whatever the number of projects.</summary>
    public async Task<Result<DecisionPage>> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.DecisionsRead)) return Failure.Forbidden;
        var row = await db.Rows(db.Decisions.AsNoTracking().Where(d => d.Id == id)).SingleOrDefaultAsync(stop);
        if (row is null) return Failure.NotFound;
        var rest = await db.Decisions.Where(d => d.Id == id).Select(d => new
        {
            d.AdjustmentId, d.Submission!.Sha256, RecordedBy = db.Users.Where(u => u.Id == d.RecordedById).Select(u => u.FullName).FirstOrDefault(),
        }).SingleAsync(stop);
        var corrections = await db.DecisionCorrections.AsNoTracking().Where(c => c.DecisionId == id).OrderByDescending(c => c.Id).ToListAsync(stop);
        var previous = row.PlanId is null ? null : await db.Decisions
            .Where(d => d.PlanId == row.PlanId && (d.EffectiveFrom < row.EffectiveFrom || (d.EffectiveFrom == row.EffectiveFrom && d.Id < id)))
            .OrderByDescending(d => d.EffectiveFrom).ThenByDescending(d => d.Id).Select(d => (int?)d.Id).FirstOrDefaultAsync(stop);
        return new DecisionPage(row, await ReadChangesAsync(row, stop), corrections)
        {
            RecordedBy = rest.RecordedBy ?? "", ContentSha256 = rest.Sha256, AdjustmentId = rest.AdjustmentId, PreviousId = previous,
        };
    }

    private async Task<IReadOnlyList<ProjectChange>> ReadChangesAsync(DecisionRow row, CancellationToken stop)
    {
        if (row.PlanId is null) return [];
        var terms = db.ProjectTerms.Where(t => db.ProjectTerms.Any(o => o.DecisionId == row.Id && o.ProjectId == t.ProjectId));
        return (await TermsChain.ReadAsync(db, terms, stop)).Of(new ChainPoint(row.EffectiveFrom, row.Id));
    }
}
