using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Approvals;
using Microsoft.EntityFrameworkCore;
using static KhuyenCong.Domain.Adjustments.AdjustmentRefusals;

namespace KhuyenCong.Services.Adjustments;

/// <summary>
/// Whether the decision may count from its day: nothing slips in before a later decision on the same project, and every
/// limit holds on every day from then on. Also, whether the body may decide it.
/// </summary>
internal static class AdjustmentBackdating
{
    public static async Task<IReadOnlyList<Refusal>> WhyNotAsync(AppDbContext db, AdjustmentReading read, int bodyId, DateOnly? effectiveFrom, CancellationToken stop)
    {
        List<Refusal> refusals = [.. await WhyNotBodyAsync(db, read, bodyId, stop)];
        if (effectiveFrom is not { } day) return refusals;
        refusals.AddRange(await WhyNotProjectsAsync(db, read, day, stop));
        refusals.AddRange(DecisionDayRules.WhyNotPlaces(day, read.Effects.Where(e => e.Lines.Any(l => l.Kind is AdjustmentKind.ChangePlace or AdjustmentKind.AddProject)).Select(e => e.After)));
        refusals.AddRange(await db.WhyNotDayAsync(day, BudgetMove.All(read.Effects), stop));
        return refusals;
    }

    private static async Task<IEnumerable<Refusal>> WhyNotBodyAsync(AppDbContext db, AdjustmentReading read, int bodyId, CancellationToken stop)
    {
        var planBody = await db.Decisions.Where(d => d.PlanId == read.Plan.Id).OrderBy(d => d.Id)
            .Select(d => new { d.IssuingBodyId, d.IssuingBody!.Name }).FirstAsync(stop);
        if (planBody.IssuingBodyId == bodyId) return [];
        var toPlanBody = await db.AdjustmentAuthorities.Where(a => a.Decider == AdjustmentDecider.PlanBody).Select(a => a.Kind).ToListAsync(stop);
        return read.Adjustment.Lines.Select(l => l.Kind).Distinct().Where(toPlanBody.Contains).Select(kind => new OtherBodyDecides(kind, planBody.Name));
    }

    private static async Task<IReadOnlyList<Refusal>> WhyNotProjectsAsync(AppDbContext db, AdjustmentReading read, DateOnly day, CancellationToken stop)
    {
        var approved = await db.Decisions.Where(d => d.PlanId == read.Plan.Id).MinAsync(d => d.EffectiveFrom, stop);
        List<Refusal> refusals = day < approved ? [new BeforeApproval(day, approved)] : [];
        var ids = read.Projects.Keys.ToList();
        var supports = (await db.ProjectTerms.AsNoTracking().Where(t => ids.Contains(t.ProjectId) && t.EffectiveFrom != null).OrderBy(t => t.DecisionId)
            .Select(t => new { t.ProjectId, Day = t.EffectiveFrom!.Value, t.Decision!.Number, Support = t.Funding.Sum(f => (long)f.Amount) }).ToListAsync(stop))
            .ToLookup(t => t.ProjectId);
        var contracts = (await db.Contracts.AsNoTracking().Where(c => ids.Contains(c.ProjectId))
            .Select(c => new { c.ProjectId, c.SignedOn, c.Value }).ToListAsync(stop)).ToLookup(c => c.ProjectId);
        var entries = (await db.MoneyEntries.AsNoTracking().Where(e => ids.Contains(e.ProjectId) && e.Verdict!.Posted).ToListAsync(stop)).ToLookup(e => e.ProjectId);
        var accepted = await db.Acceptances.AsNoTracking().Where(a => ids.Contains(a.ProjectId)).ToDictionaryAsync(a => a.ProjectId, a => (a.Date, a.AcceptedSupport), stop);
        foreach (var effect in read.Effects.Where(e => e.Of is not null))
        {
            var (id, name) = (effect.Of!.Project.Id, effect.Of.Terms.Name);
            if (supports[id].FirstOrDefault(s => s.Day > day) is { } later) refusals.Add(new LaterDecision(id, name, later.Number, later.Day));
            var timeline = new ProjectTimeline(
                [.. supports[id].Select(s => (s.Day, new Vnd(s.Support)))], [.. contracts[id].Select(c => (c.SignedOn, c.Value))], [.. entries[id].Select(e => (e.Date, e.Effect))])
            {
                Accepted = accepted.TryGetValue(id, out var found) ? found : null,
            };
            refusals.AddRange(DecisionDayRules.WhyNotProject(day, effect, timeline));
        }

        return refusals;
    }
}
