using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Who follows which project, by dated assignments: at most one officer a project on any day.</summary>
public sealed class AssignmentService(
    IDbContextFactory<AppDbContext> databases, IValidator<AssignOfficerRequest> assigning, IValidator<EndAssignmentRequest> ending, TimeProvider clock)
{
    /// <summary>The officers that can be chosen, with what each follows now.</summary>
    public async Task<Result<IReadOnlyList<OfficerChoice>>> OfficersAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.OfficersAssign)) return Failure.Forbidden;
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Officers(db)
            .OrderBy(u => EF.Property<string>(u, SearchKeys.SortKey))
            .Select(u => new OfficerChoice(u.Id, u.FullName, db.OfficerAssignments.Count(a =>
                a.OfficerId == u.Id && a.From <= today && (a.Until == null || a.Until > today)
                && db.Projects.Any(p => p.Id == a.ProjectId
                    && (p.Status == ProjectStatus.Approved || p.Status == ProjectStatus.Contracted || p.Status == ProjectStatus.InProgress)))))
            .ToListAsync(stop);
    }

    /// <summary>The chosen projects, with who follows each now; what is out of scope is left out.</summary>
    public async Task<Result<IReadOnlyList<ChosenProject>>> ChosenAsync(Actor actor, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        if (!actor.May(Permissions.OfficersAssign)) return Failure.Forbidden;
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Projects.AsNoTracking().VisibleTo(actor, today).Where(p => ids.Contains(p.Id))
            .Join(db.TermsAsOf(today), p => p.Id, t => t.ProjectId, (p, t) => new { Project = p, t.Name })
            .OrderBy(x => x.Project.Code)
            .Select(x => new ChosenProject(x.Project.Id, x.Project.Code, x.Name, x.Project.Assignments
                .Where(a => a.From <= today && (a.Until == null || a.Until > today)).OrderByDescending(a => a.From)
                .Select(a => db.Users.Where(u => u.Id == a.OfficerId).Select(u => u.FullName).FirstOrDefault()).FirstOrDefault()))
            .ToListAsync(stop);
    }

    /// <summary>
    /// Assigns an officer from a day on; whoever was assigned on that day or later hands over. Projects that the
    /// officer already follows stay as they are.
    /// </summary>
    /// <returns>How many projects changed hands.</returns>
    public async Task<Result<int>> AssignAsync(Actor actor, AssignOfficerRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.OfficersAssign)) return Failure.Forbidden;
        var shape = await assigning.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        if (request.ProjectIds.Count == 0) return Failure.Refused(new ProjectRefusals.NothingChosen());
        return await databases.RetryAsync(db => AssignAsync(db, actor, request, stop), stop);
    }

    /// <summary>Ends an assignment; the project stays without an officer until the next assignment.</summary>
    public async Task<Result> EndAsync(Actor actor, EndAssignmentRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.OfficersAssign)) return Failure.Forbidden;
        var shape = await ending.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result>(db => EndAsync(db, actor, request, stop), stop);
    }

    private async Task<Result<int>> AssignAsync(AppDbContext db, Actor actor, AssignOfficerRequest request, CancellationToken stop)
    {
        var officer = await db.Users.AsNoTracking().Where(u => u.Id == request.OfficerId).Select(u => u.FullName).SingleOrDefaultAsync(stop);
        if (officer is null) return Failure.NotFound;
        if (!await Officers(db).AnyAsync(u => u.Id == request.OfficerId, stop)) return Failure.Refused(new ProjectRefusals.NotAnOfficer(officer));

        var ids = request.ProjectIds.Distinct().ToList();
        var projects = await db.Projects.VisibleTo(actor, clock.Today()).Include(p => p.Assignments).Where(p => ids.Contains(p.Id)).ToListAsync(stop);
        if (projects.Count != ids.Count) return Failure.NotFound;

        if (projects.SelectMany(ProjectRules.WhyNotFollow).ToList() is { Count: > 0 } refusals) return Failure.Refused(refusals);

        var from = ViShape.Date(request.From)!.Value;
        var codes = projects.ToDictionary(p => p.Id, p => p.Code);
        var decided = await db.DecidedOnAsync(ids, stop);
        var tooEarlyOrLate = ProjectRules.WhyNotFollowFrom(from, decided.Select(d => (codes[d.Key], d.Value)), clock.Today());
        if (tooEarlyOrLate.Count > 0) return Failure.Refused(tooEarlyOrLate);

        var changed = projects.Count(project => Assign(project, request.OfficerId!.Value, from, actor));
        await db.SaveAsync(actor, null, stop);
        return changed;
    }

    private static bool Assign(Project project, int officerId, DateOnly from, Actor actor)
    {
        var inTheWay = project.Assignments.Where(a => a.Until is null || a.Until > from).Where(a => a.Until != a.From).ToList();
        if (inTheWay is [{ Until: null } only] && only.OfficerId == officerId && only.From <= from) return false;
        foreach (var assignment in inTheWay) assignment.End(from);
        project.Assignments.Add(new OfficerAssignment
        {
            ProjectId = project.Id, OfficerId = officerId, From = from, AssignedById = actor.UserId!.Value,
        });
        project.Touch();
        return true;
    }

    private async Task<Result> EndAsync(AppDbContext db, Actor actor, EndAssignmentRequest request, CancellationToken stop)
    {
        var project = await db.Projects.VisibleTo(actor, clock.Today()).Include(p => p.Assignments)
            .SingleOrDefaultAsync(p => p.Id == request.ProjectId, stop);
        var assignment = project?.Assignments.SingleOrDefault(a => a.Id == request.AssignmentId);
        if (project is null || assignment is null) return Failure.NotFound;
        var until = ViShape.Date(request.Until)!.Value;
        if (ProjectRules.WhyNotEnd(assignment, until, clock.Today()) is { Count: > 0 } refusals) return Failure.Refused(refusals);
        assignment.End(until);
        project.Touch();
        await db.SaveAsync(actor, null, stop);
        return Result.Done;
    }

    private static IQueryable<Data.Identity.AppUser> Officers(AppDbContext db) => db.Users.AsNoTracking()
        .Where(u => !u.IsLocked && db.UserRoles.Any(r => r.UserId == u.Id && db.Roles.Any(role => role.Id == r.RoleId && role.Name == nameof(Role.Officer))));
}
