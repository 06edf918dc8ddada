using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>Turns what was typed about a decision into the decision: the same for plans and for adjustments.</summary>
public sealed class DecisionMaking(DocumentIntake documents, TimeProvider clock)
{
    /// <summary>What stands against the decision's own data.</summary>
    /// <param name="db">The context.</param>
    /// <param name="plan">The plan it concerns.</param>
    /// <param name="request">As typed.</param>
    /// <param name="figures">Count and sums that the stated figures are compared with.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<IReadOnlyList<Refusal>> WhyNotAsync(AppDbContext db, Plan plan, ApprovalRequest request, PlanFigures figures, CancellationToken stop)
    {
        List<Refusal> refusals = [];
        var issued = ViShape.Date(request.IssuedOn);
        var dateMayBeUnknown = plan.IsIllustrative && ViShape.Date(request.EffectiveFrom) is not null;
        if (issued is null && !dateMayBeUnknown) refusals.Add(new PlanRefusals.DecisionDateMissing());
        if ((issued ?? (dateMayBeUnknown ? ViShape.Date(request.EffectiveFrom) : null)) is { } effective && effective > clock.Today()) refusals.Add(new PlanRefusals.DecisionDateInFuture(effective));
        if (request.File is null && !plan.IsIllustrative) refusals.Add(new PlanRefusals.DecisionFileMissing());

        var number = VietnameseText.Clean(request.Number)!;
        var year = YearOf(plan, request);
        var taken = await db.Decisions.Where(d => d.IssuingBodyId == request.IssuingBodyId && d.Year == year).Select(d => d.Number).ToListAsync(stop);
        refusals.AddRange(DecisionRules.WhyNotNumber(number, year, taken));

        if (VietnameseText.CleanLines(request.DifferenceReason) is not null) return refusals;
        var computed = figures.On(request.StatedBasis ?? StatedBasis.Total);
        if (ViShape.Amount(request.StatedTotal) is { } stated && stated != computed) refusals.Add(new PlanRefusals.StatedTotalDiffers(stated, computed));
        if (request.StatedCount is { } count && count != figures.Count) refusals.Add(new PlanRefusals.StatedCountDiffers(count, figures.Count));
        return refusals;
    }

    /// <summary>The day the decision counts from; null while it cannot be read.</summary>
    public static DateOnly? EffectiveFrom(ApprovalRequest request) => ViShape.Date(request.IssuedOn) ?? ViShape.Date(request.EffectiveFrom);

    /// <summary>Keeps the file and makes the decision; the rules must have been asked. Not saved here.</summary>
    public async Task<Decision> MakeAsync(Actor actor, ApprovalRequest request, DecisionSubject subject, CancellationToken stop)
    {
        var file = request.File is { } upload ? await documents.KeepAsync(upload, actor, stop) : null;
        return Of(actor, request, subject, file);
    }

    private Decision Of(Actor actor, ApprovalRequest request, DecisionSubject subject, Document? file) => new()
    {
        Kind = subject.Kind, PlanId = subject.Plan.Id, Plan = subject.Plan, Number = VietnameseText.Clean(request.Number)!, Year = YearOf(subject.Plan, request),
        IssuedOn = ViShape.Date(request.IssuedOn), EffectiveFrom = EffectiveFrom(request)!.Value,
        RecordedAt = clock.NowUtc(), RecordedById = actor.UserId!.Value, IssuingBodyId = request.IssuingBodyId!.Value,
        Signatory = VietnameseText.Clean(request.Signatory)!, SignatoryTitle = VietnameseText.Clean(request.SignatoryTitle)!,
        Capacity = request.Capacity ?? SigningCapacity.Own, LegalBases = VietnameseText.CleanLines(request.LegalBases),
        StatedTotal = ViShape.Amount(request.StatedTotal), StatedBasis = request.StatedBasis ?? StatedBasis.Total, StatedCount = request.StatedCount,
        ComputedTotal = subject.Figures.On(request.StatedBasis ?? StatedBasis.Total), ComputedCount = subject.Figures.Count,
        DifferenceReason = VietnameseText.CleanLines(request.DifferenceReason), Document = file,
        Effect = subject.Effect, AdjustmentId = subject.AdjustmentId, SubmissionId = subject.SubmissionId,
    };

    // A decision's number belongs to the year it was issued in.
    private static int YearOf(Plan plan, ApprovalRequest request) => EffectiveFrom(request)?.Year ?? plan.Year;
}
