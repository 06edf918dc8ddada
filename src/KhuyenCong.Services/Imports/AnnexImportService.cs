using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports.Aliases;
using KhuyenCong.Services.Imports.Carrying;
using KhuyenCong.Services.Imports.Categories;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;
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
    /// <summary>Checks that the file is a workbook with an annex in it, and keeps it.</summary>
    /// <returns>The document's id, by which its uploader previews it.</returns>
    public async Task<Result<int>> UploadAsync(Actor actor, FileUpload? upload, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        if (upload is null) return Failure.Invalid("File", "Chọn tệp Excel (.xlsx, .xls) của phụ lục.");
        if (await documents.WhyNotWorkbookAsync(upload, stop) is { } problem) return Failure.Invalid("File", problem);
        var read = await WorkbookReader.ReadAsync(upload.Content, stop);
        if (!read.IsRead) return Failure.Invalid("File", AnnexTexts.Sentence(read));
        await using var db = await databases.CreateDbContextAsync(stop);
        var references = await ReferencesAsync(db, clock.Today().Year, stop);
        var table = AnnexReader.Read(read.Content, references);
        if (!table.IsRead) return Failure.Invalid("File", AnnexTexts.Sentence(table.Problem!.Value));

        var document = await documents.KeepAsync(upload, actor, stop);
        db.Documents.Add(document);
        await db.CarryAnswersAsync(store, document, read.Content, references, stop);
        await db.SaveAsync(actor, null, stop);
        return document.Id;
    }

    /// <summary>The annex as understood, for its uploader only.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="documentId">The kept workbook.</param>
    /// <param name="plan">The plan to be made; what is left empty is taken from the annex's heading.</param>
    /// <param name="choices">What was chosen so far.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<AnnexImport>> PreviewAsync(Actor actor, int documentId, NewPlanRequest plan, AnnexChoices choices, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await ReadAsync(db, actor, documentId, plan, choices, stop);
    }

    /// <summary>Adds what the names of projects propose to the answers that are given, wherever a category is still open.</summary>
    public async Task ProposeAsync(Actor actor, int documentId, NewPlanRequest plan, Dictionary<string, string> given, CancellationToken stop)
    {
        var import = await PreviewAsync(actor, documentId, plan, AnnexChoices.None, stop);
        if (!import.IsDone) return;
        foreach (var question in import.Value.Questions.Where(q => q is { IsOpen: true, Proposed: not null } && string.IsNullOrEmpty(given.GetValueOrDefault(q.Subject))))
        {
            given[question.Subject] = question.Proposed!.Key;
        }
    }

    /// <summary>Writes the draft in one transaction: every row or none.</summary>
    public Task<Result<AnnexDraft>> AcceptAsync(Actor actor, int documentId, AnnexAcceptance acceptance, CancellationToken stop) =>
        AcceptAsync(actor, documentId, acceptance, illustrative: false, stop);

    /// <summary>The same, for demonstration data, which is marked as such wherever it appears.</summary>
    internal async Task<Result<AnnexDraft>> AcceptAsync(Actor actor, int documentId, AnnexAcceptance acceptance, bool illustrative, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(acceptance, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result<AnnexDraft>>(
            async db =>
            {
                var import = await ReadAsync(db, actor, documentId, acceptance.Plan, acceptance.Choices, stop);
                if (!import.IsDone) return Failure.NotFound;
                var preview = import.Value.Preview;
                var plan = await DraftPlanService.NewAsync(db, actor, acceptance.Plan, illustrative, stop);
                IReadOnlyList<Refusal> refusals = [.. import.Value.Faults, .. AnnexRefusals.WhyNotAsShown(import.Value, acceptance.AliasStamp), .. plan.Refusals];
                if (refusals.Count > 0) return Failure.Refused(refusals);
                if (AnnexReasons.WhyNot(preview, import.Value.Choices) is { Count: > 0 } errors) return Failure.Invalid(errors);

                await AnnexDrafting.FillAsync(db, plan.Value, preview, stop);
                await db.SaveAsync(actor, AnnexReasons.Text(preview, import.Value.Choices), stop);
                return new AnnexDraft(
                    plan.Value.Id, plan.Value.Title, preview.Count, preview.SumOf(AnnexColumn.Total), preview.SumOfSupport,
                    preview.SumOf(AnnexColumn.Counterpart), preview.SumOf(AnnexColumn.Other));
            },
            stop);
    }

    private async Task<Result<AnnexImport>> ReadAsync(
        AppDbContext db, Actor actor, int documentId, NewPlanRequest plan, AnnexChoices choices, CancellationToken stop)
    {
        var document = await db.OwnWorkbookAsync(actor, documentId, stop);
        if (document is null || await store.WorkbookAsync(document.Sha256, stop) is not { } workbook) return Failure.NotFound;
        choices = choices.Over(await db.AnswersAsync(documentId, stop));
        if (AnnexReader.HeadingOf(workbook, choices) is not { } heading) return Failure.NotFound;

        // The heading names the plan: areas are those of its year, and every check is against that plan.
        var today = clock.Today().Year;
        var meant = Complete(plan, heading.Heading, heading.Source, today);
        var references = (await ReferencesAsync(db, YearOf(meant, today), stop)) with { Comparison = await db.ComparisonAsync(YearOf(meant, today), stop) };
        var read = (await db.AliasesAsync(stop)).Read(workbook, references, choices, TargetOf(meant));
        if (!read.Reading.IsRead) return Failure.NotFound;

        var preview = read.Reading.Preview!;
        var unit = AnnexQuestions.Unit(preview, read.Choices) with { IsFromAlias = read.Remembered.Unit is not null };
        IReadOnlyList<AnnexQuestion> questions = [.. AnnexQuestions.Of(preview, references, choices, unit), .. AnnexAliases.Questions(read, references)];
        return new AnnexImport(document.Id, document.FileName, meant, preview, questions, AnnexRefusals.WhyNotAccept(preview), await TakenAsync(db, meant, stop))
        {
            Unit = unit, Choices = choices,
            Places = questions.Any(q => q.Kind == AnnexQuestionKind.Area) ? AreaTexts.Places(references.Areas) : [],
            Carried = await db.CarriedAsync(documentId, stop), Aliases = read.Used,
        };
    }

    private static NewPlanRequest Complete(NewPlanRequest plan, AnnexHeading heading, FundingSource? source, int today) => plan with
    {
        Year = plan.Year ?? (heading.Year is >= 2000 and <= 2100 ? heading.Year : today),
        Tranche = plan.Tranche ?? heading.Tranche?.Code,
        Source = plan.Source ?? source ?? FundingSource.Local,
    };

    // A year out of range is refused by the validator; until then the annex is read as one of this year.
    private static int YearOf(NewPlanRequest plan, int today) => plan.Year is { } year and >= 2000 and <= 2100 ? year : today;

    private static AnnexTarget TargetOf(NewPlanRequest plan) =>
        new(plan.Year, plan.Tranche is { } code && new Tranche(code).IsValid ? new Tranche(code) : null, plan.Source);

    private static async Task<TakenTranche?> TakenAsync(AppDbContext db, NewPlanRequest plan, CancellationToken stop)
    {
        if (plan is not { Year: { } year, Tranche: { } code }) return null;
        var tranche = new Tranche(code);
        return await db.Plans.AsNoTracking().Where(p => p.Year == year && p.Tranche == tranche)
            .Select(p => new TakenTranche(p.Id, p.Title)).SingleOrDefaultAsync(stop);
    }

    internal static async Task<AnnexReferences> ReferencesAsync(AppDbContext db, int year, CancellationToken stop)
    {
        var day = UnitNames.DayOf(Math.Clamp(year, 2000, 2100));
        var lastDay = new DateOnly(day.Year, 12, 31);
        var categories = await db.Categories.AsNoTracking()
            .Where(c => (c.ValidFrom == null || c.ValidFrom <= lastDay) && (c.ValidTo == null || c.ValidTo >= day))
            .OrderBy(c => c.Id).Select(c => new CategoryName(c.Code, c.Title, CategoryPhrases.Of(c.Code))).ToListAsync(stop);
        return new AnnexReferences(await db.AreaResolverAsync(day, stop), new CategoryMatcher(categories));
    }
}
