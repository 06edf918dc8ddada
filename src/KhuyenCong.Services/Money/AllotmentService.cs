using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Allotted budgets: what each source received in each year, by which papers.</summary>
public sealed class AllotmentService(IDbContextFactory<AppDbContext> databases, IValidator<AllotmentRequest> validator, TimeProvider clock)
{
    /// <summary>Every year's positions and papers, newest first.</summary>
    public async Task<Result<AllotmentOverview>> ReadAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var positions = await db.BudgetPositionsAsync(null, stop);
        var papers = await db.AllotmentPapers.AsNoTracking()
            .Join(db.Allotments, p => p.AllotmentId, a => a.Id, (p, a) => new AllotmentPaperRow(a.Year, a.Source, p.Number, p.IssuedOn, p.Amount, p.Note))
            .ToListAsync(stop);
        return new AllotmentOverview(positions, [.. papers.OrderByDescending(p => p.Year).ThenBy(p => p.IssuedOn)]);
    }

    /// <summary>Records a paper; a negative amount lowers the budget, never below what is allocated.</summary>
    public async Task<Result> RecordAsync(Actor actor, AllotmentRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.AllotmentsEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result>(db => RecordAsync(db, actor, request, stop), stop);
    }

    private async Task<Result> RecordAsync(AppDbContext db, Actor actor, AllotmentRequest request, CancellationToken stop)
    {
        var (year, source, amount) = (request.Year!.Value, request.Source!.Value, request.SignedAmount());
        var allotment = await db.Allotments.Include(a => a.Papers).SingleOrDefaultAsync(a => a.Year == year && a.Source == source, stop);
        if (allotment is null) db.Allotments.Add(allotment = new Allotment { Year = year, Source = source });
        var number = VietnameseText.Clean(request.Number)!;
        if (allotment.Papers.Any(p => string.Equals(p.Number, number, StringComparison.OrdinalIgnoreCase)))
        {
            return Failure.Refused(new MoneyRefusals.AllotmentPaperTaken(number, year));
        }

        if (allotment.Allotted + amount < allotment.Allocated)
        {
            return Failure.Refused(new MoneyRefusals.AllotmentBelowAllocated(amount, allotment.Allotted, allotment.Allocated));
        }

        ViDates.TryReadDate(request.IssuedOn, out var issuedOn);
        allotment.Add(new AllotmentPaper
        {
            Number = number, IssuedOn = string.IsNullOrWhiteSpace(request.IssuedOn) ? null : issuedOn, Amount = amount,
            Note = VietnameseText.Clean(request.Note), RecordedById = actor.UserId!.Value, RecordedAt = clock.NowUtc(),
        });
        await db.SaveAsync(actor, null, stop);
        return Result.Done;
    }
}
