using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>
/// A decided adjustment read back from its rows: the terms its lines were written against, and the terms that its
/// decision put into force. Its canonical text must be the one that was submitted.
/// </summary>
internal static class DecidedAdjustment
{
    /// <summary>Null when there is no such adjustment, or no decision yet.</summary>
    public static async Task<AdjustmentReading?> FindAsync(AppDbContext db, int id, CancellationToken stop)
    {
        var adjustment = await db.Adjustments.AsNoTracking().Include(a => a.Plan).Include(a => a.Documents).Include(a => a.Lines).ThenInclude(l => l.Areas)
            .AsSingleQuery().SingleOrDefaultAsync(a => a.Id == id && a.DecisionId != null, stop);
        if (adjustment is null) return null;
        var bases = adjustment.Lines.Select(l => l.BaseTermsId).OfType<int>().ToList();
        var rows = await db.ProjectTerms.AsNoTracking().Where(t => t.DecisionId == adjustment.DecisionId || bases.Contains(t.Id))
            .Include(t => t.Project).Include(t => t.Funding).Include(t => t.Areas).ThenInclude(a => a.Unit).Include(t => t.Beneficiaries)
            .AsSingleQuery().ToListAsync(stop);
        var before = rows.Where(t => t.DecisionId != adjustment.DecisionId).ToDictionary(t => t.ProjectId);
        var after = rows.Where(t => t.DecisionId == adjustment.DecisionId).ToDictionary(t => t.ProjectId);
        List<AdjustmentEffect> effects = [];
        foreach (var lines in adjustment.Lines.OrderBy(l => l.Ordinal).GroupBy(l => l.ProjectId))
        {
            // A row that is gone is told by the comparison with what was submitted, and by the trail.
            if (lines.Key is not { } project || !after.TryGetValue(project, out var put)) continue;
            effects.Add(new AdjustmentEffect(Of(before.GetValueOrDefault(project), put), [.. lines], put));
        }

        return new AdjustmentReading(adjustment, adjustment.Plan!, new Dictionary<int, AdjustedProject>(), effects, [], new AdjustmentLimits([], [], await db.SpendingNorms.AsNoTracking().ToListAsync(stop), DateOnly.MinValue));
    }

    private static AdjustedProject? Of(ProjectTerms? before, ProjectTerms after) => before is null ? null : new AdjustedProject(after.Project!, before);
}
