using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Reads a plan's projects as its rules see them.</summary>
internal static class PlanLinesQuery
{
    /// <summary>Two SQL commands, whatever the number of projects.</summary>
    public static async Task<IReadOnlyList<PlanLine>> PlanLinesAsync(this AppDbContext db, Plan plan, DateOnly day, CancellationToken stop)
    {
        var terms = await db.TermsAsOf(day).AsNoTracking()
            .Where(t => t.Project!.PlanId == plan.Id)
            .OrderBy(t => t.Project!.Group!.Ordinal).ThenBy(t => t.Project!.Ordinal)
            .Select(t => new
            {
                t.ProjectId, t.Name, t.AreaScope, HasUnits = t.Areas.Count > 0, HasParties = t.BeneficiaryText != "" && t.ImplementingUnit != "", t.StartMonth, t.EndMonth,
                Funding = t.Funding.Select(f => new { f.Source, f.Amount }).ToList(),
                Verdict = db.Opinions.Where(o => o.ProjectId == t.ProjectId && o.Round == plan.Round).Select(o => (AppraisalVerdict?)o.Verdict).FirstOrDefault(),
            })
            .ToListAsync(stop);
        return [.. terms.Select(t => new PlanLine(
            t.ProjectId, t.Name,
            t.AreaScope == AreaScope.Units && !t.HasUnits ? AreaScope.Unset : t.AreaScope,
            t.StartMonth is not null && t.EndMonth is not null,
            [.. t.Funding.Select(f => new FundingShare(f.Source, f.Amount))],
            t.Verdict) { HasParties = t.HasParties })];
    }
}
