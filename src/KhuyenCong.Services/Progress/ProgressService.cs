using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Progress;

/// <summary>Reports of progress.</summary>
public sealed class ProgressService(IDbContextFactory<AppDbContext> databases, IValidator<ReportProgressRequest> validator, TimeProvider clock)
{
    /// <summary>
    /// Reports progress of a day: at most once a day, never in the future, a lower percent only with its reason. The
    /// same report sent twice is recorded once.
    /// </summary>
    public async Task<Result> ReportAsync(Actor actor, ReportProgressRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.ProgressUpdate)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result>(db => ReportAsync(db, actor, request, stop), stop);
    }

    private async Task<Result> ReportAsync(AppDbContext db, Actor actor, ReportProgressRequest request, CancellationToken stop)
    {
        var today = clock.Today();
        var project = await db.Projects.VisibleTo(actor, today).Include(p => p.ProgressUpdates)
            .SingleOrDefaultAsync(p => p.Id == request.ProjectId, stop);
        if (project is null) return Failure.NotFound;

        var update = Read(request, actor);
        var sameDay = project.ProgressUpdates.SingleOrDefault(u => u.Date == update.Date);
        if (sameDay is not null && SaysTheSame(sameDay, update)) return Result.Done;
        var refusals = ProjectRules.WhyNotReport(
            project, update.Date, update.Percent, update.LowerReason, sameDay,
            before: project.ProgressUpdates.Where(u => u.Date < update.Date).MaxBy(u => u.Date),
            after: project.ProgressUpdates.Where(u => u.Date > update.Date).MinBy(u => u.Date),
            await db.DecidedOnAsync(project.Id, stop), today);
        if (refusals.Count > 0) return Failure.Refused(refusals);

        project.Report(update, actor, update.At);
        await db.SaveAsync(actor, update.LowerReason, stop);
        return Result.Done;
    }

    private ProgressUpdate Read(ReportProgressRequest request, Actor actor) => new()
    {
        Date = ViShape.Date(request.Date)!.Value, Percent = ViShape.Percent(request.Percent)!.Value,
        Done = VietnameseText.CleanLines(request.Done)!, Difficulties = VietnameseText.CleanLines(request.Difficulties),
        Proposals = VietnameseText.CleanLines(request.Proposals), Next = VietnameseText.CleanLines(request.Next),
        LowerReason = VietnameseText.Clean(request.LowerReason), ById = actor.UserId!.Value, ByName = actor.Name, At = clock.NowUtc(),
    };

    private static bool SaysTheSame(ProgressUpdate a, ProgressUpdate b) =>
        (a.ById, a.Percent, a.Done, a.Difficulties, a.Proposals, a.Next, a.LowerReason)
        == (b.ById, b.Percent, b.Done, b.Difficulties, b.Proposals, b.Next, b.LowerReason);
}
