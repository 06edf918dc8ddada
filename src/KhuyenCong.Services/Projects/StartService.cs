using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>Starts projects that the Centre carries out itself.</summary>
public sealed class StartService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>Starts the work without a contract where the category needs none.</summary>
    public async Task<Result> StartAsync(Actor actor, StartProjectRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.ProjectsStart)) return Failure.Forbidden;
        if (request.Version is not { } version) return Failure.Invalid(nameof(request.Version), "Mở lại trang rồi bắt đầu đề án.");

        var edit = new ProjectEdit(
            request.ProjectId, version, clock.Today(),
            project => project.Status == ProjectStatus.InProgress && project.Contracted is null
                && project.History.Any(h => h.Action == ProjectAction.Start && h.ById == actor.UserId),
            project => [new("Hợp đồng", "không cần hợp đồng", project.Contracted is { } value ? VndFormat.DongShort(value) : "không có")]);
        return await databases.EditProjectAsync(
            actor, edit,
            async (db, project) =>
            {
                var category = await db.PlanGroups.Where(g => g.Id == project.GroupId)
                    .Select(g => new { g.Category!.ContractRequired, g.Category.Code }).SingleAsync(stop);
                var refusals = ProjectRules.WhyNotStart(project, category.ContractRequired, category.Code);
                if (refusals.Count > 0) return Failure.Refused(refusals);
                project.Start(actor, clock.NowUtc());
                return null;
            },
            stop);
    }
}
