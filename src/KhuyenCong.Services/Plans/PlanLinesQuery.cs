using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Norms;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Reads a plan's projects as its rules see them.</summary>
internal static class PlanLinesQuery
{
    /// <summary>One SQL command, whatever the number of projects; norms of the same day count for a draft.</summary>
    public static Task<IReadOnlyList<PlanLine>> PlanLinesAsync(this AppDbContext db, Plan plan, DateOnly day, CancellationToken stop) => db.PlanLinesAsync(plan, day, day, stop);

    /// <param name="db">The database.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="day">Whose terms.</param>
    /// <param name="decidedOn">The day whose norms count for terms that no decision approved yet.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<IReadOnlyList<PlanLine>> PlanLinesAsync(this AppDbContext db, Plan plan, DateOnly day, DateOnly decidedOn, CancellationToken stop)
    {
        var ofPlan = db.TermsAsOf(day).Where(t => t.Project!.PlanId == plan.Id).OrderBy(t => t.Project!.Group!.Ordinal).ThenBy(t => t.Project!.Ordinal);
        var rows = await db.WithNorms(ofPlan, decidedOn).AsNoTracking()
            .Select(n => new
            {
                n.Terms.ProjectId, n.Terms.Name, n.Terms.AreaScope, HasUnits = n.Terms.Areas.Count > 0, HasParties = n.Terms.BeneficiaryText != "" && n.Terms.ImplementingUnit != "",
                n.Terms.StartMonth, n.Terms.EndMonth, n.Norm, n.Terms.EligibleCost, n.Terms.Establishments, n.Terms.OverNormReason,
                Funding = n.Terms.Funding.Select(f => new { f.Source, f.Year, f.Amount }).ToList(),
                Verdict = db.Opinions.Where(o => o.ProjectId == n.Terms.ProjectId && o.Round == plan.Round).Select(o => (AppraisalVerdict?)o.Verdict).FirstOrDefault(),
            })
            .AsSingleQuery().ToListAsync(stop);
        return [.. rows.Select(r => new PlanLine(
            r.ProjectId, r.Name,
            r.AreaScope == AreaScope.Units && !r.HasUnits ? AreaScope.Unset : r.AreaScope,
            r.StartMonth is not null && r.EndMonth is not null,
            [.. r.Funding.Select(f => new BudgetShare(f.Source, f.Year, f.Amount))],
            r.Verdict)
        {
            HasParties = r.HasParties, OverNormReason = r.OverNormReason, Norm = NormCheck.Of(r.Funding.Sum(f => f.Amount), r.Norm, r.EligibleCost, r.Establishments),
        })];
    }
}
