using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>What an adjustment is held to, beside the projects it names.</summary>
/// <param name="Free">Each budget that may be touched, with its year.</param>
/// <param name="ClosedYears">Nothing is taken from their budgets or given back to them.</param>
/// <param name="Norms">Every row of the norms.</param>
/// <param name="NormsOn">The day whose norms count: of the decision, of today before there is one.</param>
public sealed record AdjustmentLimits(
    IReadOnlyCollection<(int Year, FreeBudget Budget)> Free, IReadOnlyCollection<int> ClosedYears, IReadOnlyCollection<SpendingNorm> Norms, DateOnly NormsOn)
{
    /// <summary>The supports that it adds or raises, each beside its norm (DOMAIN §8); projects that name none are left out.</summary>
    public IEnumerable<(AdjustmentEffect Effect, SpendingNorm Named, SpendingNorm? InForce, NormFinding Finding)> Check(IEnumerable<AdjustmentEffect> effects) =>
        from effect in effects
        where effect.Before is null || effect.Change > Vnd.Zero
        let after = effect.After
        let named = Norms.FirstOrDefault(n => n.Id == after.NormId)
        where named is not null
        let inForce = Norms.FirstOrDefault(n => n.Code == named.Code && n.IsInForceOn(NormsOn))
        select (effect, named, inForce, NormCheck.Of(after.Support, inForce, after.EligibleCost, after.Establishments));
}
