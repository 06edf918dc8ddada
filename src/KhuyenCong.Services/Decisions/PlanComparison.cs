using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Decisions;

/// <summary>A plan at two points of its chain of decisions, the earlier one first.</summary>
public sealed record PlanComparison(int PlanId, string Title, IReadOnlyList<ComparedDecision> Decisions, ComparedSide From, ComparedSide To, IReadOnlyList<ProjectChange> Changes)
{
    /// <summary>Support by source: before and after; sources that pay at neither point are left out.</summary>
    public IReadOnlyList<(FundingSource Source, Vnd Before, Vnd After)> BySource =>
        [.. From.Support.Concat(To.Support).Select(s => s.Source).Distinct().Order().Select(s => (s, From.From(s), To.From(s)))];
}

/// <summary>A decision of the plan, to choose from.</summary>
public sealed record ComparedDecision(int Id, string Number, DecisionKind Kind, DateOnly EffectiveFrom);

/// <summary>The plan at one point.</summary>
/// <param name="Day">The day.</param>
/// <param name="Decision">The decision after which it is looked at; null when the day counts.</param>
/// <param name="Figures">Count and sums.</param>
/// <param name="Support">Support by source.</param>
public sealed record ComparedSide(DateOnly Day, ComparedDecision? Decision, PlanFigures Figures, IReadOnlyList<FundingShare> Support)
{
    public Vnd From(FundingSource source) => Support.Where(s => s.Source == source).Sum(s => s.Amount);
}
