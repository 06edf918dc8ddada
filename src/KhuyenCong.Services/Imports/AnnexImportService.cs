using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports;

/// <summary>
/// From a workbook to a draft plan in three steps: keep the uploaded file, preview it as understood, accept it whole or
/// not at all.
/// </summary>
public sealed class AnnexImportService(
    IDbContextFactory<AppDbContext> databases, FileStore store, DocumentIntake documents, IValidator<AnnexAcceptance> validator, TimeProvider clock)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Checks that the file is a workbook with an annex in it, and keeps it.</summary>
    /// <returns>The document's id, by which its uploader previews it.</returns>
    public async Task<Result<int>> UploadAsync(Actor actor, FileUpload upload, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var read = await WorkbookReader.ReadAsync(upload.Content, stop);
        if (!read.IsRead) return Failure.Invalid("File", AnnexTexts.Sentence(read.Problem!.Value));
        await using var db = await databases.CreateDbContextAsync(stop);
        var table = AnnexReader.Read(read.Content, await ReferencesAsync(db, clock.Today().Year, stop));
        if (!table.IsRead) return Failure.Invalid("File", AnnexTexts.Sentence(table.Problem!.Value));

        var document = await documents.KeepAsync(upload, Workbook, actor, stop);
        db.Documents.Add(document);
        await db.SaveAsync(actor, null, stop);
        return document.Id;
    }

    /// <summary>The annex as understood, for its uploader only.</summary>
    public async Task<Result<AnnexImport>> PreviewAsync(Actor actor, int documentId, NewPlanRequest plan, AnnexChoices choices, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await ReadAsync(db, actor, documentId, plan, choices, stop);
    }

    /// <summary>Writes the draft in one transaction: every row or none.</summary>
    /// <returns>The new plan's id.</returns>
    public Task<Result<int>> AcceptAsync(Actor actor, int documentId, AnnexAcceptance acceptance, CancellationToken stop) =>
        AcceptAsync(actor, documentId, acceptance, illustrative: false, stop);

    /// <summary>The same, for demonstration data, which is marked as such wherever it appears.</summary>
    internal async Task<Result<int>> AcceptAsync(Actor actor, int documentId, AnnexAcceptance acceptance, bool illustrative, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(acceptance, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result<int>>(
            async db =>
            {
                var import = await ReadAsync(db, actor, documentId, acceptance.Plan, acceptance.Choices, stop);
                if (!import.IsDone) return Failure.NotFound;
                var preview = import.Value.Preview;
                if (preview.Faults.Count > 0) return Failure.Refused([.. preview.Faults.Select(f => new AnnexRefusals.Fault(f))]);
                var reason = VietnameseText.Clean(acceptance.WarningReason);
                if (preview.Warnings.Count > 0 && reason is null) return Failure.Invalid(nameof(acceptance.WarningReason), "Nhập lý do chấp nhận các cảnh báo.");

                var plan = await DraftPlanService.NewAsync(db, actor, acceptance.Plan, illustrative, stop);
                if (!plan.IsDone) return Failure.Refused(plan.Refusals);
                await FillAsync(db, plan.Value, preview, stop);
                await db.SaveAsync(actor, reason, stop);
                return plan.Value.Id;
            },
            stop);
    }

    private async Task<Result<AnnexImport>> ReadAsync(
        AppDbContext db, Actor actor, int documentId, NewPlanRequest plan, AnnexChoices choices, CancellationToken stop)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId && d.AddedById == actor.UserId && d.ContentType == Workbook, stop);
        if (document is null || store.Open(document.Sha256) is not { } content) return Failure.NotFound;
        await using (content)
        {
            var target = plan.Year is { } year ? new AnnexTarget(year, plan.Tranche is { } code ? new Tranche(code) : null, plan.Source) : null;
            var workbook = (await WorkbookReader.ReadAsync(content, stop)).Content;
            if (workbook is null) return Failure.NotFound;
            var reading = AnnexReader.Read(workbook, await ReferencesAsync(db, plan.Year ?? clock.Today().Year, stop), choices, target);
            return reading.IsRead ? new AnnexImport(document.Id, document.FileName, reading.Preview) : Failure.NotFound;
        }
    }

    private static async Task<AnnexReferences> ReferencesAsync(AppDbContext db, int year, CancellationToken stop)
    {
        var categories = await db.Categories.AsNoTracking().OrderBy(c => c.Id).Select(c => new CategoryName(c.Code, c.Title)).ToListAsync(stop);
        return new AnnexReferences(await db.AreaResolverAsync(UnitNames.DayOf(year), stop), new CategoryMatcher(categories));
    }

    private static async Task FillAsync(AppDbContext db, Plan plan, AnnexPreview preview, CancellationToken stop)
    {
        var categories = await db.Categories.ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, stop);
        var number = 0;
        foreach (var (read, index) in preview.Groups.Where(g => g.Rows.Count > 0).Select((g, i) => (g, i)))
        {
            var category = categories[read.CategoryCode!];
            var group = new PlanGroup { Ordinal = index + 1, Title = read.Title ?? category.Title, CategoryId = category.Id };
            plan.Groups.Add(group);
            foreach (var (row, place) in read.Rows.Select((r, i) => (r, i)))
            {
                group.Projects.Add(new Project
                {
                    Code = ProjectCodes.Of(plan, ++number), Plan = plan, Ordinal = place + 1, Terms = { Terms(row, plan) },
                });
            }
        }
    }

    private static ProjectTerms Terms(AnnexRow row, Plan plan)
    {
        var terms = new ProjectTerms
        {
            Name = row.Name!, BeneficiaryText = row.Beneficiary ?? string.Empty, ImplementingUnit = row.ImplementingUnit ?? string.Empty,
            Objectives = row.Goal, Note = row.Notes, AreaScope = row.Area.Scope, StartMonth = row.Months?.Start, EndMonth = row.Months is { } months ? new DateOnly(months.End.Year, months.End.Month, 1) : null,
            Counterpart = row.Counterpart ?? default, Other = row.Other ?? default,
        };
        terms.SetFunding(plan.Source, row.Support!.Value);
        if (row.Area.Scope == AreaScope.Units)
        {
            foreach (var unit in row.Area.Units) terms.Areas.Add(new TermsArea { UnitId = unit.UnitId });
        }

        return terms;
    }
}
