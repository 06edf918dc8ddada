using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>Acceptance of projects' work (nghiệm thu).</summary>
public sealed class AcceptanceService(
    IDbContextFactory<AppDbContext> databases, IValidator<RecordAcceptanceRequest> validator, DocumentIntake intake, TimeProvider clock)
{
    /// <summary>Records the acceptance, with the signed minutes where given; accepted support stays within the current support.</summary>
    public async Task<Result> RecordAsync(Actor actor, RecordAcceptanceRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.AcceptancesRecord)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        if (request.Minutes is { } upload && await intake.WhyNotPdfAsync(upload, stop) is { } problem) return Failure.Invalid(nameof(request.Minutes), problem);

        var date = ViShape.Date(request.Date)!.Value;
        var edit = new ProjectEdit(
            request.ProjectId, request.Version!.Value, clock.Today(),
            project => project.AcceptedOn == date && project.History.Any(h => h.Action == ProjectAction.Accept && h.ById == actor.UserId),
            project => Compare(project, request, date));
        return await databases.EditProjectAsync(actor, edit, (db, project) => AcceptAsync(db, project, request, actor, stop), stop);
    }

    private async Task<Failure?> AcceptAsync(
        AppDbContext db, Project project, RecordAcceptanceRequest request, Actor actor, CancellationToken stop)
    {
        var date = ViShape.Date(request.Date)!.Value;
        var accepted = ViShape.Amount(request.AcceptedSupport) ?? project.Support;
        var book = (await db.BooksAsync(db.Projects.Where(p => p.Id == project.Id), stop))[project.Id];
        var refusals = LedgerRules.WhyNotAccept(book, date, accepted, clock.Today());
        if (refusals.Count > 0) return Failure.Refused(refusals);

        var minutes = request.Minutes is { } upload ? await intake.KeepAsync(upload, actor, stop) : null;
        var now = clock.NowUtc();
        var acceptance = new Acceptance
        {
            ProjectId = project.Id, Date = date, Finding = VietnameseText.CleanLines(request.Finding)!,
            MinutesNumber = VietnameseText.Clean(request.MinutesNumber)!, AcceptedSupport = accepted, Document = minutes,
            RecordedById = actor.UserId!.Value, RecordedAt = now,
        };
        db.Acceptances.Add(acceptance);
        project.Accept(acceptance, actor, now);
        return null;
    }

    private static IReadOnlyList<StaleRow> Compare(Project project, RecordAcceptanceRequest request, DateOnly date) =>
    [
        new("Ngày nghiệm thu", ViDates.Day(date), project.AcceptedOn is { } day ? ViDates.Day(day) : "chưa nghiệm thu"),
        new("Kinh phí nghiệm thu", ViShape.Amount(request.AcceptedSupport) is { } typed ? VndFormat.DongShort(typed) : "toàn bộ hỗ trợ",
            project.AcceptedSupport is { } accepted ? VndFormat.DongShort(accepted) : "chưa nghiệm thu"),
        new("Tiến độ đã báo cáo", "–", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{project.ProgressPercent} %")),
        new("Đã giải ngân", "–", VndFormat.DongShort(project.Posted)),
    ];
}
