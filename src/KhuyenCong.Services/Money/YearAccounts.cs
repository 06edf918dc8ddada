using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Reads a budget year as its closing sees it.</summary>
internal static class YearAccounts
{
    /// <summary>Six SQL commands, whatever the number of projects.</summary>
    public static async Task<YearAccount> YearAccountAsync(this AppDbContext db, int year, DateOnly today, CancellationToken stop)
    {
        var closed = await db.YearClosings.Select(c => c.Year).ToListAsync(stop);
        var budgets = await db.Allotments.AsNoTracking().Where(a => a.Year <= year).OrderBy(a => a.Year).ThenBy(a => a.Source).ToListAsync(stop);
        var projects = await db.ProjectsOfYearAsync(year, today, stop);
        var planIds = projects.Select(p => p.PlanId).Distinct().ToList();
        var plans = await db.Plans.Where(p => p.Year == year || planIds.Contains(p.Id)).OrderBy(p => p.Id)
            .Select(p => new YearPlan(p.Id, p.Year, p.Title, p.Status)).ToListAsync(stop);
        var adjustments = await db.Adjustments
            .Where(a => (a.Plan!.Year == year || planIds.Contains(a.PlanId)) && a.Status != AdjustmentStatus.Approved && a.Status != AdjustmentStatus.Rejected)
            .OrderBy(a => a.PlanId).ThenBy(a => a.Ordinal)
            .Select(a => new YearAdjustment(a.Id, a.PlanId, a.Plan!.Title, a.Ordinal, a.Status)).ToListAsync(stop);
        return new YearAccount(year)
        {
            IsClosed = closed.Contains(year), IsNextClosed = closed.Contains(year + 1),
            EarlierOpen = budgets.Where(a => a.Year < year && !closed.Contains(a.Year)).Select(a => (int?)a.Year).FirstOrDefault(),
            Plans = plans, OpenAdjustments = adjustments, Projects = projects, Budgets = [.. budgets.Where(a => a.Year == year).Select(a => a.Free)],
        };
    }

    private static async Task<IReadOnlyList<YearProject>> ProjectsOfYearAsync(this AppDbContext db, int year, DateOnly today, CancellationToken stop)
    {
        var terms = await db.TermsAsOf(today).AsNoTracking().Where(t => t.DecisionId != null && t.Funding.Any(f => f.Year == year))
            .OrderBy(t => t.Project!.PlanId).ThenBy(t => t.Project!.Group!.Ordinal).ThenBy(t => t.Project!.Ordinal)
            .Select(t => new
            {
                t.ProjectId, t.Project!.PlanId, t.Project.Code, t.Name, t.Project.Posted, t.Project.Pending, t.Project.PendingRecovery, t.Project.PendingClearing,
                Funding = t.Funding.Select(f => new { f.Source, f.Year, f.Amount }).ToList(),
            }).ToListAsync(stop);
        return
        [
            .. terms.SelectMany(t => t.Funding.Where(f => f.Year == year), (t, share) => new YearProject(
                t.ProjectId, t.PlanId, t.Code, t.Name, share.Source, t.Funding.Where(f => f.Year < year).Sum(f => f.Amount), share.Amount,
                t.Funding.Where(f => f.Year > year && f.Source == share.Source).Sum(f => f.Amount), t.Posted)
            {
                Pending = t.Pending, PendingRecovery = t.PendingRecovery, PendingClearing = t.PendingClearing,
            }),
        ];
    }
}
