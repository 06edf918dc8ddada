using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>
/// Decisions about a project as it was shown: contract, start, acceptance. When the project moved since, the person
/// looks again (409) instead of deciding blindly.
/// </summary>
internal static class ProjectEdits
{
    /// <param name="databases">Makes the contexts.</param>
    /// <param name="actor">Who acts; what is out of scope is not found.</param>
    /// <param name="edit">Which project, as shown in which version.</param>
    /// <param name="act">Asks the rules and acts; null when done.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<Result> EditProjectAsync(
        this IDbContextFactory<AppDbContext> databases, Actor actor, ProjectEdit edit,
        Func<AppDbContext, Project, Task<Failure?>> act, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var project = await FindAsync(db, actor, edit, stop);
        if (project is null) return Failure.NotFound;
        if (edit.IsRepeated(project)) return Result.Done;
        if (project.Version != edit.Version) return await StaleAsync(db, project, edit, stop);
        if (await act(db, project) is { } failure) return failure;
        try
        {
            await db.SaveAsync(actor, null, stop);
            return Result.Done;
        }
        catch (DbUpdateException)
        {
            await using var fresh = await databases.CreateDbContextAsync(stop);
            var now = await FindAsync(fresh, actor, edit, stop);
            if (now is null) return Failure.NotFound;
            if (edit.IsRepeated(now)) return Result.Done;
            if (now.Version == edit.Version) throw;
            return await StaleAsync(fresh, now, edit, stop);
        }
    }

    private static Task<Project?> FindAsync(AppDbContext db, Actor actor, ProjectEdit edit, CancellationToken stop) => db.Projects
        .VisibleTo(actor, edit.Today)
        .Include(p => p.Contracts).Include(p => p.History)
        .SingleOrDefaultAsync(p => p.Id == edit.ProjectId, stop);

    private static async Task<Failure> StaleAsync(AppDbContext db, Project project, ProjectEdit edit, CancellationToken stop)
    {
        var key = project.Id.ToString(CultureInfo.InvariantCulture);
        var name = await db.TermsAsOf(edit.Today).Where(t => t.ProjectId == project.Id).Select(t => t.Name).FirstOrDefaultAsync(stop);
        var last = await db.AuditEntries.AsNoTracking()
            .Where(e => e.Entity == nameof(Project) && e.EntityKey == key)
            .OrderByDescending(e => e.Number)
            .Select(e => new { e.ActorName, e.At })
            .FirstOrDefaultAsync(stop);
        return Failure.StaleContent(new StaleReport(name ?? project.Code, last?.ActorName, last?.At, edit.Compare(project)));
    }
}
