using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Reports;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>
/// The list of projects as it stood at the end of a past day: approved projects only, their work and money from dated facts, as the
/// budget summary of that day counts them. Counters hold today's sums only, so what follows from dated facts is worked out here.
/// </summary>
internal static class PastProjects
{
    /// <summary>Four SQL commands, whatever the number of projects.</summary>
    public static async Task<IReadOnlyList<ProjectRow>> OnAsync(AppDbContext db, IQueryable<FoundProject> found, IReadOnlyList<ProjectRow> rows, DateOnly day, CancellationToken stop)
    {
        var projects = found.Select(f => f.Project);
        var then = (await BudgetRows.ReadAsync(db, projects, db.TermsAsOf(day), day, isCurrent: false, stop)).ToDictionary(r => r.ProjectId);
        var reported = (await db.ProgressUpdates.AsNoTracking().Where(u => u.Date <= day && projects.Any(p => p.Id == u.ProjectId))
                .Select(u => new { u.ProjectId, u.Date, u.Percent }).ToListAsync(stop))
            .GroupBy(u => u.ProjectId).ToDictionary(g => g.Key, g => g.MaxBy(u => u.Date)!);
        return
        [
            .. rows.Where(r => then.ContainsKey(r.Id)).Select(r =>
            {
                var (row, last) = (then[r.Id], reported.GetValueOrDefault(r.Id));
                return r with
                {
                    Status = row.Status, Contracted = row.Figures.Contracted, Posted = row.Figures.Disbursed, Pending = Vnd.Zero,
                    Percent = last?.Percent ?? 0, LastProgressOn = last?.Date, Schedule = ProjectSchedule.Of(row.Status, r.EndMonth, last?.Percent ?? 0, day),
                };
            }),
        ];
    }

    /// <summary>One page of them, narrowed by what was worked out.</summary>
    public static ProjectList Page(IReadOnlyList<ProjectRow> rows, ProjectFilter filter, ProjectChoices choices)
    {
        var found = rows.Where(r => (filter.Status is null || r.Status == filter.Status) && (filter.Standing is null || r.Schedule.Standing == filter.Standing)).ToList();
        var totals = new ProjectTotals(found.Count, found.Sum(r => r.Support), found.Sum(r => r.Contracted ?? Vnd.Zero), found.Sum(r => r.Posted), Vnd.Zero);
        var list = new ProjectList([], filter.Page, totals, choices) { PastDay = filter.Day };
        var page = Math.Clamp(filter.Page, 1, list.Pages);
        return list with { Page = page, Rows = [.. Sorted(found, filter).Skip((page - 1) * ProjectFilter.PageSize).Take(ProjectFilter.PageSize)] };
    }

    // By anything else the rows have been read in order.
    private static IEnumerable<ProjectRow> Sorted(IReadOnlyList<ProjectRow> rows, ProjectFilter filter)
    {
        Func<ProjectRow, long>? key = filter.Sort switch
        {
            ProjectSort.Status => row => (long)row.Status,
            ProjectSort.Posted => row => row.Posted.Dong,
            ProjectSort.Percent => row => row.Percent,
            _ => null,
        };
        return key is null ? rows : filter.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
    }
}
