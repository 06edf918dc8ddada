using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Norms;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>What whoever drafts, signs or decides an adjustment should see: norms of what is added or raised, and support of the same beneficiary elsewhere.</summary>
internal static class AdjustmentWarnings
{
    private static readonly AdjustmentKind[] MaySupportAgain =
        [AdjustmentKind.AddProject, AdjustmentKind.RaiseSupport, AdjustmentKind.ReplaceBeneficiary, AdjustmentKind.ChangePlace];

    /// <summary>Two SQL commands at most; none where nobody new is supported.</summary>
    public static async Task<PlanWarnings> WarningsAsync(this AppDbContext db, AdjustmentReading read, DateOnly today, CancellationToken stop)
    {
        var norms = read.Limits.Check(read.Effects).Select(c => new NormLine(
            c.Effect.Of?.Project.Id ?? 0, c.Effect.After.Name, c.Named.Title, c.InForce?.LegalSource, c.Effect.After.Support, c.Finding, c.Effect.After.OverNormReason)).ToList();
        var asked = read.Effects.Where(e => e.Lines.Any(l => MaySupportAgain.Contains(l.Kind))).ToList();
        if (asked.Count == 0) return new PlanWarnings([], norms);
        var all = await db.CandidatesAsync(asked.ConvertAll(e => e.After), today, stop);

        // Only what has ended has successors.
        var ended = asked.SelectMany(e => e.After.Areas).Where(a => a.Unit!.ValidTo is not null).Select(a => a.UnitId).Distinct().ToList();
        var successors = ended.Count == 0 ? [] : await db.UnitSuccessions.Where(s => ended.Contains(s.UnitId)).ToListAsync(stop);
        var next = successors.ToLookup(s => s.UnitId, s => s.SuccessorId);
        return new PlanWarnings(RepeatSupportQuery.Compare(asked.Select(e => Seen(read, e, next)), all), norms);
    }

    private static SeenProject Seen(AdjustmentReading read, AdjustmentEffect effect, ILookup<int, int> successors)
    {
        var after = effect.After;
        var isOwn = VietnameseText.Fold(after.BeneficiaryText) == VietnameseText.Fold(after.ImplementingUnit);
        var source = after.Funding.OrderByDescending(f => f.Year).ThenByDescending(f => f.Amount).First().Source;
        var subject = new SupportSubject(
            effect.Of?.Project.Id ?? 0, read.Plan.Id, (0, effect.Lines[0].Ordinal), source, after.AreaScope, isOwn ? [] : BeneficiaryNames.Of(after.BeneficiaryText),
            after.Beneficiaries.Select(b => b.MergedIntoId ?? b.Id).ToHashSet(), after.Beneficiaries.Select(b => b.TaxCode).OfType<string>().ToHashSet(StringComparer.Ordinal),
            [.. after.Areas.Select(a => new SupportPlace(
                a.UnitId, a.Unit!.Level == Domain.Territory.UnitLevel.Commune ? a.Unit.ParentId : null, a.Unit.FormerDistrictId, [.. successors[a.UnitId]]))]);
        return new SeenProject(subject, null, new RepeatSupport(
            subject.ProjectId, read.Plan.Id, after.Name, after.BeneficiaryText, read.Plan.Year, read.Plan.Tranche, source, effect.Of?.Project.Status ?? ProjectStatus.Registered,
            after.Support, null, SameRow: false));
    }
}
