using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports;

/// <summary>From an adjustment's annex to a draft adjustment of the plan in force: all of its changes or none.</summary>
public sealed class AnnexAdjustmentService(AppDbContext db, AnnexImportService imports, AdjustmentDraftService drafts, TimeProvider clock)
{
    /// <summary>What the annex would change, for its uploader only; not found for an annex that is a plan's.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="documentId">The kept workbook.</param>
    /// <param name="plan">The year and tranche chosen; what is left empty is taken from the annex's heading.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<AnnexAdjustmentOffer>> ReadAsync(Actor actor, int documentId, NewPlanRequest plan, CancellationToken stop)
    {
        if (!actor.May(Permissions.AdjustmentsEdit)) return Failure.Forbidden;
        var read = await imports.PreviewAsync(actor, documentId, plan, AnnexChoices.None, stop);
        if (!read.IsDone) return Failure.From(read);
        if (read.Value.Preview.Adjustment is not { } annex) return Failure.NotFound;
        var meant = read.Value.Plan;
        var inForce = await db.Plans.AsNoTracking().Where(p => p.Year == meant.Year && p.Status == PlanStatus.Approved).OrderBy(p => p.Id).Select(p => new { p.Id, p.Title, p.Tranche }).ToListAsync(stop);
        var matching = inForce.Where(p => meant.Tranche is not { } code || p.Tranche.Code == code).ToList();
        var (of, lines) = matching is [var one] ? (new TakenTranche(one.Id, one.Title), AnnexAdjustmentMatching.Match(annex, await ProjectsAsync(one.Id, stop))) : (null, []);
        return new AnnexAdjustmentOffer(read.Value.FileName, meant, of, lines, [.. WhyNot(read.Value.Preview, annex, meant.Year ?? 0, of, matching.Count, lines)]);
    }

    /// <summary>Makes the draft adjustment; nothing of the plan moves.</summary>
    /// <returns>The adjustment's id.</returns>
    public async Task<Result<int>> StartAsync(Actor actor, int documentId, NewPlanRequest plan, AdjustmentRequest request, CancellationToken stop)
    {
        var read = await ReadAsync(actor, documentId, plan, stop);
        if (!read.IsDone) return Failure.From(read);
        var offer = read.Value;
        if (offer.WhyNot.Count > 0) return Failure.Refused(offer.WhyNot);
        return await drafts.StartAsync(actor, offer.Plan!.PlanId, request, [.. offer.Lines.Where(l => l.Changes).Select(l => LineOf(l, offer.FileName))], stop);
    }

    private Task<List<AnnexAdjustmentMatching.Candidate>> ProjectsAsync(int plan, CancellationToken stop) =>
        db.TermsAsOf(clock.Today()).AsNoTracking().Where(t => t.Project!.PlanId == plan).OrderBy(t => t.ProjectId)
            .Select(t => new AnnexAdjustmentMatching.Candidate(t.ProjectId, t.Project!.Code, t.Name, t.BeneficiaryText, new Vnd(t.Funding.Sum(f => (long)f.Amount)))).ToListAsync(stop);

    private static IEnumerable<Refusal> WhyNot(AnnexPreview preview, AnnexAdjustment annex, int year, TakenTranche? plan, int plans, IReadOnlyList<AnnexAdjustmentLine> lines)
    {
        // Until the unit and the texts are answered no amount and no name is certain.
        var open = preview.Faults.Count(f => f.Kind != AnnexProblemKind.IsAdjustment);
        if (open > 0) yield return new AnnexRefusals.AnswersMissing(open);
        if (annex.Rows.Count == 0) yield return new AnnexRefusals.AdjustmentUnclear();
        if (plan is null) yield return new AnnexRefusals.NoPlanInForce(year, plans);
        else if (annex.Rows.Count > 0 && lines.Count(l => l.Blocks) is > 0 and var count) yield return new AnnexRefusals.DifferencesStand(count);
        else if (annex.Rows.Count > 0 && !lines.Any(l => l.Changes)) yield return new AnnexRefusals.NothingToAdjust();
    }

    private static AdjustmentLineRequest LineOf(AnnexAdjustmentLine line, string fileName)
    {
        var stops = line.State == AnnexAdjustmentState.Stops;
        return new AdjustmentLineRequest
        {
            Kind = stops ? AdjustmentKind.StopProject : line.State == AnnexAdjustmentState.Raises ? AdjustmentKind.RaiseSupport : AdjustmentKind.LowerSupport,
            ProjectId = line.ProjectId, Support = stops ? null : VndFormat.Dong(line.After!.Value),
            Reason = string.Create(CultureInfo.InvariantCulture, $"Theo phụ lục điều chỉnh «{fileName}», dòng {line.RowNumber}."),
        };
    }
}
