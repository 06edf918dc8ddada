using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Decisions;

/// <summary>«Đính chính» of what was mistyped about a decision; its content and its effective day stay.</summary>
public sealed class DecisionCorrectionService(IDbContextFactory<AppDbContext> databases, IValidator<CorrectionRequest> validator, TimeProvider clock)
{
    public async Task<Result<CorrectionForm>> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.DecisionsCorrect)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var decision = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop);
        return decision is null ? Failure.NotFound : new CorrectionForm(decision.Id, decision.EffectiveFrom, DecisionMetadata.Of(decision));
    }

    /// <summary>
    /// Corrects what was shown. Of two who correct one decision at once the slower is shown what stands now; of two who
    /// give two decisions one number the slower is told that it is taken.
    /// </summary>
    public async Task<Result> CorrectAsync(Actor actor, int id, CorrectionRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.DecisionsCorrect)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        return shape.IsValid ? await databases.RetryAsync(db => CorrectAsync(db, actor, id, request, stop), stop) : Failure.Invalid(shape);
    }

    private async Task<Result> CorrectAsync(AppDbContext db, Actor actor, int id, CorrectionRequest request, CancellationToken stop)
    {
        var decision = await db.Decisions.SingleOrDefaultAsync(d => d.Id == id, stop);
        if (decision is null) return Failure.NotFound;

        var corrected = request.Read();
        if (request.Seen != CorrectionForm.SeenOf(DecisionMetadata.Of(decision))) return await StaleAsync(db, id, corrected, stop);
        if (corrected.IssuedOn is null && decision.IssuedOn is not null) return Failure.Invalid(nameof(request.IssuedOn), "Nhập ngày ban hành.");
        var taken = await db.Decisions.Where(d => d.IssuingBodyId == decision.IssuingBodyId && d.Year == decision.Year && d.Id != id).Select(d => d.Number).ToListAsync(stop);
        List<Refusal> refusals = [.. DecisionRules.WhyNotCorrect(decision, corrected, taken, clock.Today())];
        if (refusals.Count == 0)
        {
            var budgets = await db.AllotmentPapers.Where(p => p.DecisionId == id).Join(db.Allotments, p => p.AllotmentId, a => a.Id, (_, a) => new { a.Year, a.Source }).ToListAsync(stop);
            refusals.AddRange(await db.WhyNotPaperNumberAsync(corrected.Number, budgets.ConvertAll(b => (b.Year, b.Source)), id, stop));
        }

        if (refusals.Count > 0) return Failure.Refused(refusals);

        var reason = VietnameseText.CleanLines(request.Reason)!;
        decision.Correct(corrected, reason, actor, clock.NowUtc());
        await db.SaveAsync(actor, reason, stop);
        return Result.Done;
    }

    private static async Task<Failure> StaleAsync(AppDbContext db, int id, DecisionMetadata typed, CancellationToken stop)
    {
        var decision = await db.Decisions.AsNoTracking().Include(d => d.Corrections).SingleAsync(d => d.Id == id, stop);
        var last = decision.Corrections.OrderBy(c => c.Id).LastOrDefault();
        return Failure.StaleContent(new StaleReport(
            $"Quyết định {decision.Number}", last?.ByName, last?.At,
            [.. typed.Values.Zip(DecisionMetadata.Of(decision).Values, (yours, now) => new StaleRow(
                DecisionText.Of(yours.Field), DecisionText.Shown(yours.Field, yours.Value), DecisionText.Shown(now.Field, now.Value)))]));
    }
}
