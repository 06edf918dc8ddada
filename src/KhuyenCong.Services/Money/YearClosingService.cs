using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Closes a budget year: every remaining đồng is carried over or cancelled, then the year is read-only.</summary>
public sealed class YearClosingService(IDbContextFactory<AppDbContext> databases, IValidator<CloseYearRequest> validator, TimeProvider clock)
{
    /// <summary>Seven SQL commands; not found for a year without budget and plans.</summary>
    public async Task<Result<YearClosingPage>> ReadAsync(Actor actor, int year, CancellationToken stop)
    {
        if (!actor.May(Permissions.YearsClose)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var account = await db.YearAccountAsync(year, clock.Today(), stop);
        if (account.Budgets.Count == 0 && account.Plans.Count == 0) return Failure.NotFound;
        var closing = await db.YearClosings.AsNoTracking().Include(c => c.Lines).SingleOrDefaultAsync(c => c.Year == year, stop);
        return new YearClosingPage(account, closing, YearClosingRules.WhyNotClose(account, clock.Today()));
    }

    /// <summary>Closes the year as it was shown; of two who close at once, one does and the other is told.</summary>
    public async Task<Result> CloseAsync(Actor actor, int year, CloseYearRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.YearsClose)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync(db => CloseAsync(db, actor, year, request, stop), stop);
    }

    private async Task<Result> CloseAsync(AppDbContext db, Actor actor, int year, CloseYearRequest request, CancellationToken stop)
    {
        var account = await db.YearAccountAsync(year, clock.Today(), stop);
        if (account.Budgets.Count == 0 && account.Plans.Count == 0) return Failure.NotFound;
        var carried = account.Budgets.ToDictionary(b => b.Source, b => request.Carried.Where(c => c.Source == b.Source).Sum(c => ViShape.Amount(c.Amount) ?? Vnd.Zero));
        List<Refusal> refusals = [.. YearClosingRules.WhyNotClose(account, clock.Today())];
        if (refusals.Count == 0 && Moved(account, request) is { Count: > 0 } moved) return Failure.StaleContent(new StaleReport(Title(year), null, null, moved));
        refusals.AddRange(account.Budgets.SelectMany(b => YearClosingRules.WhyNotCarry(account, b, carried[b.Source])));
        if (refusals.Count > 0) return Failure.Refused(refusals);

        var now = clock.NowUtc();
        var note = VietnameseText.CleanLines(request.Note);
        db.YearClosings.Add(new YearClosing
        {
            Year = year, ClosedById = actor.UserId!.Value, ClosedByName = actor.Name, ClosedAt = now, Note = note,
            Lines = [.. account.Budgets.Select(b => Line(account, b, carried[b.Source]))],
        });
        await CarryOverAsync(db, actor, year, carried, stop);
        await CloseBooksAsync(db, actor, account, stop);
        await db.SaveAsync(actor, note, stop);
        return Result.Done;
    }

    // What would be cancelled was shown; more or less of it is for the accountant to see first.
    private static List<StaleRow> Moved(YearAccount account, CloseYearRequest request) =>
    [
        .. account.Budgets.Select(b => (b, Shown: request.Carried.FirstOrDefault(c => c.Source == b.Source)?.Shown)).Where(x => x.Shown != x.b.Unallocated.Dong)
            .Select(x => new StaleRow(
                $"{StatusText.Of(x.b.Source)} – chưa phân bổ", x.Shown is { } shown ? VndFormat.DongShort(new Vnd(shown)) : "", VndFormat.DongShort(x.b.Unallocated))),
    ];

    private static YearClosingLine Line(YearAccount account, FreeBudget budget, Vnd carried)
    {
        var disbursed = account.Disbursed(budget.Source);
        return new YearClosingLine { Source = budget.Source, Allotted = budget.Allotted, Disbursed = disbursed, CarriedOver = carried, Cancelled = budget.Allotted - disbursed - carried };
    }

    private async Task CarryOverAsync(AppDbContext db, Actor actor, int year, Dictionary<FundingSource, Vnd> carried, CancellationToken stop)
    {
        var next = await db.Allotments.Where(a => a.Year == year + 1).ToListAsync(stop);
        foreach (var (source, amount) in carried.Where(c => !c.Value.IsZero))
        {
            var allotment = next.Find(a => a.Source == source);
            if (allotment is null) db.Allotments.Add(allotment = new Allotment { Year = year + 1, Source = source });
            allotment.Add(new AllotmentPaper
            {
                Number = FormattableString.Invariant($"Chuyển nguồn năm {year}"), IssuedOn = new DateOnly(year + 1, 1, 1), Amount = amount,
                RecordedById = actor.UserId!.Value, RecordedAt = clock.NowUtc(),
            });
        }
    }

    // Budgets and projects of the year move along, so that whoever allots, approves or posts at this very moment
    // collides with the closing and is asked again.
    private async Task CloseBooksAsync(AppDbContext db, Actor actor, YearAccount account, CancellationToken stop)
    {
        foreach (var allotment in await db.Allotments.Where(a => a.Year == account.Year).ToListAsync(stop)) allotment.Touch();
        var ids = account.Projects.Select(p => p.Id).ToHashSet();
        foreach (var project in await db.Projects.Where(p => ids.Contains(p.Id)).ToListAsync(stop)) project.Touch();
        var plans = await db.Plans.Where(p => p.Year <= account.Year && p.Status == PlanStatus.Approved).ToListAsync(stop);
        var statuses = (await db.Projects.Where(p => p.Plan!.Year <= account.Year).Select(p => new { p.PlanId, p.Status }).ToListAsync(stop)).ToLookup(p => p.PlanId, p => p.Status);
        foreach (var plan in plans.Where(p => statuses[p.Id].All(s => s.HasEnded()))) plan.Move(PlanAction.Close, actor, clock.NowUtc(), Title(account.Year));
    }

    private static string Title(int year) => FormattableString.Invariant($"Khóa sổ năm ngân sách {year}");
}
