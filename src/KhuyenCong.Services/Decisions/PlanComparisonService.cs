using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Decisions;

/// <summary>Puts a plan at two days, or after two of its decisions, side by side.</summary>
public sealed class PlanComparisonService(AppDbContext db, TimeProvider clock)
{
    /// <summary>Before the number of a decision where the address names one instead of a day.</summary>
    public const string DecisionPrefix = "qd-";

    /// <summary>Four SQL commands, whatever the number of projects and decisions.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="from">A day or «qd-» and the id of a decision of the plan; the approving decision when empty.</param>
    /// <param name="to">The same; today when empty.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<PlanComparison>> ReadAsync(Actor actor, int planId, string? from, string? to, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var title = await db.Plans.Where(p => p.Id == planId).Select(p => p.Title).SingleOrDefaultAsync(stop);
        if (title is null) return Failure.NotFound;
        var decisions = await db.Decisions.Where(d => d.PlanId == planId).OrderBy(d => d.EffectiveFrom).ThenBy(d => d.Id)
            .Select(d => new ComparedDecision(d.Id, d.Number, d.Kind, d.EffectiveFrom)).ToListAsync(stop);
        if (decisions.Count == 0) return Failure.NotFound;

        var (left, right) = (Read(from, decisions, decisions[0]), Read(to, decisions, null));
        if (left is null) return Failure.Invalid("tu", ViShape.DateMessageOf(from));
        if (right is null) return Failure.Invalid("den", ViShape.DateMessageOf(to));
        if (left.Value.Point > right.Value.Point) (left, right) = (right, left);
        var chain = await TermsChain.ReadAsync(db, db.ProjectTerms.Where(t => t.Project!.PlanId == planId), stop);
        return new PlanComparison(planId, title, decisions, Side(left.Value), Side(right.Value), chain.Between(left.Value.Point, right.Value.Point));

        ComparedSide Side((ChainPoint Point, ComparedDecision? Decision) at)
        {
            var terms = chain.At(at.Point);
            return new ComparedSide(
                at.Point.Day, at.Decision, terms.Aggregate(PlanFigures.None, (sum, t) => sum + t.Figures),
                [.. terms.SelectMany(t => t.Funding).GroupBy(f => f.Source).Select(g => new FundingShare(g.Key, g.Sum(f => f.Amount)))]);
        }
    }

    // Null for what is neither a day nor a decision of this plan.
    private (ChainPoint Point, ComparedDecision? Decision)? Read(string? typed, List<ComparedDecision> decisions, ComparedDecision? fallback)
    {
        if (string.IsNullOrWhiteSpace(typed)) return fallback is null ? (ChainPoint.EndOf(clock.Today()), null) : (PointOf(fallback), fallback);
        if (ViDates.TryReadDate(typed, out var day)) return (ChainPoint.EndOf(day), null);
        var number = typed.StartsWith(DecisionPrefix, StringComparison.Ordinal) ? typed[DecisionPrefix.Length..] : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && decisions.Find(d => d.Id == id) is { } decision
            ? (PointOf(decision), decision) : null;
    }

    private static ChainPoint PointOf(ComparedDecision decision) => new(decision.EffectiveFrom, decision.Id);
}
