using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>Which projects a person sees, and may therefore act on: everything else is not found.</summary>
public static class ProjectScope
{
    /// <summary>All projects, or only those assigned to the person on that day.</summary>
    public static IQueryable<Project> VisibleTo(this IQueryable<Project> projects, Actor actor, DateOnly today)
    {
        if (!actor.May(Permissions.ProjectsRead)) return projects.Where(_ => false);
        if (actor.SeesAllProjects) return projects;
        var me = actor.UserId ?? 0;
        return projects.Where(p => p.Assignments.Any(a => a.OfficerId == me && a.From <= today && (a.Until == null || a.Until > today)));
    }

    /// <summary>The projects under way that lack something on that day.</summary>
    public static IQueryable<Project> Lacking(this IQueryable<Project> projects, ProjectNeed need, DateOnly today) => need switch
    {
        ProjectNeed.Officer => projects
            .Where(p => p.Status == ProjectStatus.Approved || p.Status == ProjectStatus.Contracted || p.Status == ProjectStatus.InProgress)
            .Where(p => !p.Assignments.Any(a => a.From <= today && (a.Until == null || a.Until > today))),
        ProjectNeed.Contract => projects.Where(p => p.Status == ProjectStatus.Approved && p.Group!.Category!.ContractRequired),
    };

    /// <summary>The effective day of the decision that approved the project; the first day of all while there is none.</summary>
    internal static async Task<DateOnly> DecidedOnAsync(this AppDbContext db, int projectId, CancellationToken stop) =>
        await db.ProjectTerms.Where(t => t.ProjectId == projectId && t.EffectiveFrom != null).MinAsync(t => t.EffectiveFrom, stop)
        ?? DateOnly.MinValue;

    /// <summary>The same of many projects; those not approved are left out.</summary>
    internal static async Task<Dictionary<int, DateOnly>> DecidedOnAsync(this AppDbContext db, IReadOnlyCollection<int> projectIds, CancellationToken stop) =>
        await db.ProjectTerms.Where(t => projectIds.Contains(t.ProjectId) && t.EffectiveFrom != null)
            .GroupBy(t => t.ProjectId).Select(g => new { g.Key, On = g.Min(t => t.EffectiveFrom!.Value) }).ToDictionaryAsync(d => d.Key, d => d.On, stop);
}
