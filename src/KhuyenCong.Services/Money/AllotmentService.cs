using FluentValidation;
using FluentValidation.Results;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Allotted budgets: what each source received in each year, by which decisions.</summary>
public sealed class AllotmentService(
    IDbContextFactory<AppDbContext> databases, DocumentIntake documents, IValidator<AllotmentRequest> validator, TimeProvider clock)
{
    private const int YearsFromPaper = 1;

    /// <summary>Every year's positions and papers, newest first; six SQL commands at most.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="asOf">The last day that counts; today when null.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<AllotmentOverview>> ReadAsync(Actor actor, DateOnly? asOf, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var today = clock.Today();
        var day = asOf ?? today;
        var positions = day < today ? await db.BudgetPositionsOnAsync(day, stop) : await db.BudgetPositionsAsync(null, today, stop);
        var papers = await db.AllotmentPapers.AsNoTracking().Where(p => p.IssuedOn == null || p.IssuedOn <= day)
            .Join(db.Allotments, p => p.AllotmentId, a => a.Id, (p, a) => new AllotmentPaperRow(
                a.Year, a.Source, p.Decision == null ? p.Number : p.Decision.Number, p.Decision == null ? p.IssuedOn : p.Decision.IssuedOn, p.Amount, p.Note, p.DecisionId, p.Decision!.IssuingBody!.ShortName))
            .ToListAsync(stop);
        var closings = await db.YearClosings.AsNoTracking().Include(c => c.Lines).OrderByDescending(c => c.Year).ToListAsync(stop);
        if (day < today) closings.RemoveAll(c => ViDates.DayOf(c.ClosedAt) > day);
        var bodies = await db.Organisations.AsNoTracking().Where(o => o.Kind != OrganisationKind.Centre).OrderBy(o => o.Id)
            .Select(o => new DecisionBody(o.Id, o.Name)).ToListAsync(stop);
        return new AllotmentOverview(positions, [.. papers.OrderByDescending(p => p.Year).ThenBy(p => p.IssuedOn)], closings, bodies);
    }

    /// <summary>Records a decision; one that lowers the budget never leaves less than is allocated, on any day.</summary>
    public async Task<Result> RecordAsync(Actor actor, AllotmentRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.AllotmentsEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (request.File is { } upload && await documents.WhyNotPdfAsync(upload, stop) is { } problem)
        {
            shape.Errors.Add(new ValidationFailure(nameof(request.File), problem));
        }

        return shape.IsValid ? await databases.RetryAsync(db => RecordAsync(db, actor, request, stop), stop) : Failure.Invalid(shape);
    }

    private async Task<Result> RecordAsync(AppDbContext db, Actor actor, AllotmentRequest request, CancellationToken stop)
    {
        var (year, source, issuedOn) = (request.Year!.Value, request.Source!.Value, ViShape.Date(request.IssuedOn)!.Value);
        if (!await db.Organisations.AnyAsync(o => o.Id == request.IssuingBodyId, stop)) return Failure.Invalid(nameof(request.IssuingBodyId), "Chọn cơ quan ban hành.");
        var allotment = await db.Allotments.SingleOrDefaultAsync(a => a.Year == year && a.Source == source, stop);
        if (allotment is null) db.Allotments.Add(allotment = new Allotment { Year = year, Source = source });
        List<Refusal> refusals = [.. await WhyNotNumberAsync(db, allotment, request, issuedOn.Year, stop)];
        if (issuedOn > clock.Today()) refusals.Add(new PlanRefusals.DecisionDateInFuture(issuedOn));
        refusals.AddRange(await db.YearClosings.Where(c => c.Year == year || c.Year == issuedOn.Year).Select(c => new MoneyRefusals.YearClosed(c.Year)).ToListAsync(stop));
        if (refusals.Count == 0 && await db.YearClosings.MaxAsync(c => (int?)c.Year, stop) is { } closed && closed > year) refusals.Add(new AllotmentRefusals.LaterYearClosed(year, closed));
        if (Math.Abs(year - issuedOn.Year) > YearsFromPaper) refusals.Add(new AllotmentRefusals.YearFarFromPaper(year, issuedOn));
        refusals.AddRange(await WhyNotChangeAsync(db, allotment, request.SignedAmount(), issuedOn, stop));
        if (refusals.Count > 0) return Failure.Refused(refusals);

        var file = request.File is { } upload ? await documents.KeepAsync(upload, actor, stop) : null;
        var decision = Decide(actor, request, issuedOn, file);
        db.Decisions.Add(decision);
        allotment.Add(new AllotmentPaper
        {
            Decision = decision, Number = decision.Number, IssuedOn = issuedOn, Amount = decision.Effect, Note = VietnameseText.Clean(request.Note),
            RecordedById = decision.RecordedById, RecordedAt = decision.RecordedAt,
        });
        await db.SaveAsync(actor, null, stop);
        return Result.Done;
    }

    // Among decisions of every kind, and among the papers of the budget.
    private static async Task<IReadOnlyList<Refusal>> WhyNotNumberAsync(AppDbContext db, Allotment allotment, AllotmentRequest request, int year, CancellationToken stop)
    {
        var number = VietnameseText.Clean(request.Number)!;
        var taken = await db.Decisions.Where(d => d.IssuingBodyId == request.IssuingBodyId && d.Year == year).Select(d => d.Number).ToListAsync(stop);
        if (DecisionRules.WhyNotNumber(number, year, taken) is { Count: > 0 } refusals) return refusals;
        return await db.WhyNotPaperNumberAsync(number, [(allotment.Year, allotment.Source)], null, stop);
    }

    private static async Task<IReadOnlyList<Refusal>> WhyNotChangeAsync(AppDbContext db, Allotment allotment, Vnd change, DateOnly from, CancellationToken stop)
    {
        if (!change.IsNegative) return [];
        var now = await db.AllotmentTimelineAsync(allotment.Year, allotment.Source, stop);
        return AllotmentRules.WhyNotChange(allotment, change, from, now with { Allotted = [.. now.Allotted, (from, change)] });
    }

    private Decision Decide(Actor actor, AllotmentRequest request, DateOnly issuedOn, Domain.Documents.Document? file) => new()
    {
        Kind = DecisionKind.Allot, Number = VietnameseText.Clean(request.Number)!, Year = issuedOn.Year, IssuedOn = issuedOn, EffectiveFrom = issuedOn,
        RecordedAt = clock.NowUtc(), RecordedById = actor.UserId!.Value, IssuingBodyId = request.IssuingBodyId!.Value,
        Signatory = VietnameseText.Clean(request.Signatory)!, SignatoryTitle = VietnameseText.Clean(request.SignatoryTitle)!,
        Capacity = request.Capacity ?? SigningCapacity.Own, LegalBases = VietnameseText.CleanLines(request.LegalBases),
        Effect = request.SignedAmount(), Document = file,
    };
}
