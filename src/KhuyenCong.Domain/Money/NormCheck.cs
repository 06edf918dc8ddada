namespace KhuyenCong.Domain.Money;

/// <summary>DOMAIN §8: support ≤ min(rate × eligible cost, cap × number of units). Whole đồng, without rounding up.</summary>
public static class NormCheck
{
    /// <param name="support">State support.</param>
    /// <param name="norm">The norm in force on the day of the decision, of today before there is one; null when none is.</param>
    /// <param name="eligibleCost">What the rate applies to; null while unknown.</param>
    /// <param name="units">How many models, establishments, times or clusters the cap applies to; null while unknown.</param>
    public static NormFinding Of(Vnd support, SpendingNorm? norm, Vnd? eligibleCost, int? units)
    {
        if (norm is null || (norm.MaxRatePercent is null && norm.Cap is null)) return NormFinding.NotApplicable;
        Int128? byRate = norm.MaxRatePercent is { } rate && eligibleCost is { } cost ? (Int128)cost.Dong * rate / 100 : null;
        Int128? byCap = norm.Cap is { } cap && units is { } count ? (Int128)cap.Dong * count : null;
        var limit = (byRate, byCap) switch
        {
            ({ } a, { } b) => Int128.Min(a, b),
            var (a, b) => a ?? b,
        };
        var isComplete = (norm.MaxRatePercent is null || byRate is not null) && (norm.Cap is null || byCap is not null);

        // One known half that is exceeded is enough: the missing half can only lower the limit.
        if (limit is { } known && support.Dong > known) return new(NormVerdict.Over, Amount(known), support - Amount(known));
        return new(isComplete ? NormVerdict.Within : NormVerdict.NotEnoughData, limit is { } l ? Amount(l) : null, Vnd.Zero);
    }

    private static Vnd Amount(Int128 dong) => new((long)Int128.Min(dong, long.MaxValue));
}
